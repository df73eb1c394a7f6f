using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Mlx;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Failures;
using FlamingHorse.Narration.Synthesis.Tests.Backends.Scheduling;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Failures;

/// <summary>Of a worker that never said hello.</summary>
public sealed class WorkerExitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(126)]
    [InlineData(127)]
    public void A_command_that_the_launcher_cannot_run_is_the_commands_fault(int exitCode)
    {
        var finding = WorkerExit.Explain(exitCode, IdleWorker.Connect(Users), Users);
        finding.Kind.Code.ShouldBe("FHN2022");
        finding.Message.ShouldStartWith($"The worker cannot be started (code {exitCode}). Check NarrationWorkerCommand");
    }

    [Theory]
    [InlineData(126)]
    [InlineData(127)]
    public void An_interpreter_that_cannot_be_run_is_missing(int exitCode)
    {
        var finding = WorkerExit.Explain(exitCode, IdleWorker.Connect(Own), Own);
        finding.Kind.Code.ShouldBe("FHN2003");
        finding.Message.ShouldStartWith($"The worker cannot be started (code {exitCode}). Make the MLX environment");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(125)]
    [InlineData(128)]
    public void What_ends_before_our_own_worker_says_hello_is_no_interpreter_for_it(int exitCode)
    {
        var finding = WorkerExit.Explain(exitCode, IdleWorker.Connect(Own), Own);
        finding.Kind.Code.ShouldBe("FHN2003");
        finding.Message.ShouldStartWith($"'/opt/python' cannot run the worker: it ended with code {exitCode}. ");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(125)]
    [InlineData(128)]
    public void A_users_worker_that_ends_before_its_hello_has_failed(int exitCode)
    {
        var finding = WorkerExit.Explain(exitCode, IdleWorker.Connect(Users), Users);
        finding.Kind.Code.ShouldBe("FHN2015");
        finding.Message.ShouldStartWith($"The worker ended with code {exitCode} before it was ready. ");
    }

    [Fact]
    public void Before_its_hello_our_own_worker_cannot_be_told_from_another_program()
    {
        var finding = WorkerExit.IsNoWorker(IdleWorker.Connect(Own), Own, "it wrote 'Hi'.").ShouldNotBeNull();
        finding.Kind.Code.ShouldBe("FHN2003");
        finding.Message.ShouldStartWith("'/opt/python' cannot run the worker: it wrote 'Hi'. ");
    }

    [Fact]
    public void A_users_program_may_be_a_worker_whatever_it_does_first() =>
        WorkerExit.IsNoWorker(IdleWorker.Connect(Users), Users, "it wrote 'Hi'.").ShouldBeNull();

    private SynthesisOptions Own => Requests.Options("mlx", _folder) with { Program = new MlxProgram(), Python = "/opt/python" };

    private SynthesisOptions Users => Requests.Options("worker", _folder) with { Program = new UserProgram() };
}
