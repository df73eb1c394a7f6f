using FlamingHorse.Narration.Engine.Synthesis.Backends.Neural;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

public sealed class NeuralProgramTests
{
    [Fact]
    public void It_starts_without_telemetry_and_keeps_the_memory_that_whisper_frees()
    {
        var environment = NeuralProgram
            .Command("speech.dll", [], new Dictionary<string, string> { ["PATH"] = "p" }, new Dictionary<string, string>(), "/tmp")
            .Environment;

        environment["PATH"].ShouldBe("p");
        environment["ORT_DISABLE_TELEMETRY"].ShouldBe("1");
        (environment["MALLOC_MMAP_THRESHOLD_"], environment["MALLOC_ARENA_MAX"]).ShouldBe(("33554432", "2"));
    }
}
