using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

/// <summary>A run knows the environment that it is given.</summary>
public sealed class EnvironmentVariableTests : IDisposable
{
    private readonly Studio _studio = new();

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task A_synthesizer_gets_only_the_variables_that_the_run_was_given()
    {
        _studio.Variables["NARRATION_WORKER_SILENCE"] = "5";
        _studio.Variables["PATH"] = "/nowhere";
        await _studio.Say("Intro.Welcome", "Welcome.").BuildAsync();

        _studio
            .Synthesizer.Runs.ShouldHaveSingleItem()
            .Environment.ShouldBe(new Dictionary<string, string> { ["NARRATION_WORKER_SILENCE"] = "5", ["PATH"] = "/nowhere" });
    }
}
