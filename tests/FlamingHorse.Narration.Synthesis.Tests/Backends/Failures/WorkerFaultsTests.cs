using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Failures;

public sealed class WorkerFaultsTests
{
    private const string Diagnosis =
        "Run 'dotnet build -t:PrepareNarration' for a diagnosis, or build with -p:NarrationMissing=Estimate to continue without speech.";

    [Theory]
    [InlineData("no_device", "FHN2006")]
    [InlineData("no_model", "FHN2007")]
    [InlineData("no_module", "FHN2004")]
    [InlineData("too_old", "FHN2005")]
    [InlineData("bad_reference", "FHN2009")]
    [InlineData("oom", "FHN2017")]
    public void A_workers_code_stands_for_a_diagnostic(string code, string expected) =>
        WorkerFaults.Kind("", code).ShouldNotBeNull().Code.ShouldBe(expected);

    [Theory]
    [InlineData("FHN2010", "bad_reference")]
    [InlineData("FHN2011", "internal")]
    public void The_diagnostic_that_a_worker_names_goes_before_its_code(string finding, string code) =>
        WorkerFaults.Kind(finding, code).ShouldNotBeNull().Code.ShouldBe(finding);

    [Theory]
    [InlineData("FHN9999")]
    [InlineData("no such thing")]
    public void A_diagnostic_that_nobody_knows_leaves_the_code_to_decide(string finding) =>
        WorkerFaults.Kind(finding, "oom").ShouldNotBeNull().Code.ShouldBe("FHN2017");

    [Theory]
    [InlineData("bad_input")]
    [InlineData("internal")]
    public void A_code_about_an_item_stands_for_no_diagnostic(string code) => WorkerFaults.Kind("", code).ShouldBeNull();

    [Fact]
    public void A_worker_may_bring_its_own_cure() =>
        Told(
                new()
                {
                    Code = "no_device",
                    Message = "No GPU.",
                    Cure = "Plug one in.",
                }
            )
            .ShouldBe("FHN2006: No GPU. Plug one in.");

    [Theory]
    [InlineData(
        "FHN2004",
        "Make the MLX environment with 'dotnet build -t:SetupNarration', or set NarrationPython to one that has mlx-audio."
    )]
    [InlineData("FHN2005", "Run 'dotnet build -t:SetupNarration' to renew the MLX environment.")]
    [InlineData("FHN2006", "Run the build in a normal terminal, on a machine whose device the engine supports.")]
    [InlineData("FHN2007", "Fetch it once with 'dotnet build -t:PrepareNarration -p:NarrationAllowDownload=true'.")]
    [InlineData("FHN2010", "Cut it with Start and End of the voice, or set AllowLongReference.")]
    [InlineData("FHN2011", "Run 'git lfs pull'.")]
    [InlineData("FHN2021", Diagnosis)]
    public void A_diagnostic_without_a_cure_gets_that_of_its_kind(string finding, string cure) =>
        Told(new() { Finding = finding, Message = "It is so." }).ShouldBe($"{finding}: It is so. {cure}");

    [Fact]
    public void A_code_that_nobody_knows_is_a_failure_of_the_worker() =>
        Told(new() { Code = "internal", Message = "Boom." }).ShouldBe($"FHN2015: Boom. {Diagnosis}");

    [Fact]
    public void A_fault_without_words_is_its_cure_alone() =>
        Told(new() { Code = "no_device", Cure = "Plug one in." }).ShouldBe("FHN2006: Plug one in.");

    [Theory]
    [InlineData("ModuleNotFoundError: No module named 'mlx'", "FHN2004")]
    [InlineData("*** uncaught exception 'NSRangeException'", "FHN2006")]
    [InlineData("libc++abi: Metal device set to none", "FHN2006")]
    [InlineData("  SyntaxError: invalid syntax", "FHN2041")]
    [InlineData("[METAL] Command buffer execution failed: Insufficient Memory", "FHN2017")]
    [InlineData("Attempting to allocate 17179869184 bytes, more than Metal's largest buffer", "FHN2017")]
    [InlineData("boom", "FHN2015")]
    [InlineData("", "FHN2015")]
    public void What_a_worker_wrote_last_says_what_it_died_of(string errors, string code) =>
        WorkerFaults.OfDeath(1, errors).Kind.Code.ShouldBe(code);

    [Fact]
    public void A_death_without_words_gives_its_code_and_a_cure() =>
        WorkerFaults.OfDeath(3, "").Message.ShouldBe($"The worker ended with code 3 before it was ready. {Diagnosis}");

    [Fact]
    public void A_death_with_words_repeats_them() =>
        WorkerFaults.OfDeath(3, "boom").Message.ShouldBe($"The worker ended with code 3 before it was ready. {Diagnosis} It wrote: boom");

    [Fact]
    public void A_death_for_want_of_a_device_is_put_down_to_the_sandbox() =>
        WorkerFaults
            .OfDeath(134, "no Metal")
            .Message.ShouldBe(
                "Metal is not available in this sandbox. "
                    + "Run the build in a normal terminal, on a machine whose device the engine supports. It wrote: no Metal"
            );

    [Fact]
    public void A_death_for_want_of_memory_says_so() =>
        WorkerFaults
            .OfDeath(1, "MemoryError")
            .Message.ShouldBe(
                "The worker ran out of memory before it was ready. Lower NarrationBatchSize, choose a smaller model, "
                    + "raise NarrationMemoryLimit, or name a NarrationOutOfMemoryModel. It wrote: MemoryError"
            );

    [Theory]
    [InlineData(128 + 6)]
    [InlineData(128 + 9)]
    public void An_abort_or_a_kill_means_that_memory_ran_out(int exitCode) => WorkerFaults.IsOutOfMemory(exitCode, "").ShouldBeTrue();

    [Theory]
    [InlineData("torch.OutOfMemoryError")]
    [InlineData("CUDA out of memory.")]
    [InlineData("[METAL] Insufficient Memory (00000008)")]
    [InlineData("MemoryError")]
    [InlineData("what():  std::bad_alloc")]
    [InlineData("numpy: Unable to allocate 3 GiB")]
    [InlineData("[metal::malloc] Attempting to allocate 17179869184 bytes")]
    public void Words_for_want_of_memory_are_known_in_any_case(string errors) => WorkerFaults.IsOutOfMemory(1, errors).ShouldBeTrue();

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "boom")]
    [InlineData(128 + 11, "")]
    [InlineData(128 + 15, "no room")]
    public void Other_deaths_have_other_reasons(int exitCode, string errors) =>
        WorkerFaults.IsOutOfMemory(exitCode, errors).ShouldBeFalse();

    private static string Told(WorkerMessage.Error error)
    {
        var finding = WorkerFaults.Of(error);
        return $"{finding.Kind.Code}: {finding.Message}";
    }
}
