using System.Text.RegularExpressions;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

/// <summary>
/// Asks a speech program for its version and its voices. Needs no run, so that voices can be listed before there is a key.
/// </summary>
/// <param name="workersDirectory">The package's folder of workers, for the launcher.</param>
/// <param name="workingDirectory">Where the program runs.</param>
/// <param name="environment">The process environment of the build.</param>
internal sealed partial class SystemEngineProbe(
    string workersDirectory,
    string workingDirectory,
    IReadOnlyDictionary<string, string> environment
)
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(30);

    /// <summary>Variables of the program's environment.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; } = ChildEnvironment.ForSystemTools(environment);

    /// <exception cref="NarrationException">FHN2001: the program cannot be started or does not answer.</exception>
    public async Task<ProbedEngine> ProbeAsync(ISystemEngine engine, CancellationToken cancellation)
    {
        try
        {
            var voices = ChildRun.RunAsync(Command(engine, engine.VoicesArguments), "", _limit, cancellation);
            var version = engine.VersionArguments is { } arguments
                ? VersionNumber()
                    .Match((await ChildRun.RunAsync(Command(engine, arguments), "", _limit, cancellation).ConfigureAwait(false)).Output)
                    .Value
                : "";
            var list = engine.Voices((await voices.ConfigureAwait(false)).Output);
            return new(engine, list, new Dictionary<string, string> { [engine.Program] = version });
        }
        catch (Exception e) when (e is ChildStartException or TimeoutException)
        {
            throw new NarrationException(CannotStart(engine, e), e);
        }
    }

    /// <summary>A run of the program with these arguments.</summary>
    public ChildCommand Command(ISystemEngine engine, IReadOnlyList<string> arguments) =>
        new(engine.Program, arguments)
        {
            Environment = Variables,
            WorkingDirectory = workingDirectory,
            Launcher = Path.Combine(workersDirectory, "launch.sh"),
        };

    /// <summary>FHN2001 for a program that does not start.</summary>
    public static Finding CannotStart(ISystemEngine engine, Exception cause) =>
        VoiceFindings.NoBackend.At(
            null,
            $"{cause.Message}. {engine.Cure(CurrentSystem.Family)} Or build with -p:NarrationMissing=Estimate to continue without speech."
        );

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?")]
    private static partial Regex VersionNumber();
}
