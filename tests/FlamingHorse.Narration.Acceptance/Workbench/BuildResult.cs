using Microsoft.Build.Logging.StructuredLogger;

namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>What a build said and did.</summary>
public sealed class BuildResult(int exitCode, string output, TimeSpan elapsed, string? binaryLog)
{
    private readonly Lazy<Build> _log = new(() =>
        BinaryLog.ReadBuild(
            binaryLog ?? throw new InvalidOperationException("This build kept no binary log: ask for it with BuildLoggedAsync.")
        )
    );

    public int ExitCode => exitCode;

    public string Output => output;

    public TimeSpan Elapsed => elapsed;

    public IReadOnlyList<BuildDiagnostic> Diagnostics { get; } = BuildDiagnostic.Parse(output);

    public IEnumerable<BuildDiagnostic> Errors => Diagnostics.Where(d => d.Kind == "error");

    public IEnumerable<BuildDiagnostic> Warnings => Diagnostics.Where(d => d.Kind == "warning");

    /// <summary>The binary log.</summary>
    public Build Log => _log.Value;

    /// <summary>How often the compiler ran.</summary>
    public int Compilations => Log.FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Task>(t => t.Name == "Csc").Count;

    /// <summary>The files that the package's own tasks were loaded from.</summary>
    public IReadOnlyList<string> TaskAssemblies =>
        [
            .. Log.FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Task>(t =>
                    t.Name.EndsWith("Narration", StringComparison.Ordinal)
                )
                .Select(t => t.FromAssembly)
                .Distinct(),
        ];

    /// <summary>Time inside the package's own targets, by the binary log.</summary>
    public TimeSpan TimeInOurTargets =>
        Log.FindChildrenRecursive<Target>(t =>
                t.SourceFilePath?.Contains("FlamingHorse.Narration", StringComparison.OrdinalIgnoreCase) == true
            )
            .Aggregate(TimeSpan.Zero, (sum, target) => sum + target.Duration);

    public BuildResult ShouldSucceed()
    {
        exitCode.ShouldBe(0, output);
        return this;
    }

    public BuildResult ShouldSucceedWithoutWarnings()
    {
        ShouldSucceed();
        Warnings.ShouldBeEmpty(output);
        return this;
    }

    /// <summary>Exactly one kind of error, and it is this one; returns its first line.</summary>
    public BuildDiagnostic ShouldFailWith(string code)
    {
        exitCode.ShouldNotBe(0, output);
        Errors.Select(e => e.Code).Distinct().ShouldBe([code], output);
        return Errors.First();
    }

    /// <summary>Lines of a message in the log whose code is this one.</summary>
    public string FullText(string code) => Log.FindChildrenRecursive<AbstractDiagnostic>(d => d.Code == code)[0].Text;

    public bool TargetRan(string name) => Log.FindChildrenRecursive<Target>(t => t.Name == name && !t.Skipped).Count > 0;
}
