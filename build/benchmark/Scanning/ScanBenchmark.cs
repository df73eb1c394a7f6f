using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;

namespace FlamingHorse.Narration.Benchmark.Scanning;

/// <summary>
/// Reading annotations in a large project of which a few files are narrated: by real builds, beside what parsing all of it costs.
/// </summary>
internal sealed class ScanBenchmark(Workshop workshop, IReadOnlyList<string> settings, int runs, Table table)
{
    private const int Files = 1_000;
    private const int Narrated = 20;

    public void Run()
    {
        table.Begin("source files");
        var project = new Project(workshop, Path.Combine(workshop.Root, "large"), [Workshop.PackageId]) { Settings = settings }
            .Write([.. Enumerable.Range(1, Narrated).Select(n => $"This is chapter {n}.")], segmentsInFile: 1)
            .WriteCode(Files - Narrated);

        // What a build without a filter would do first; in a process that has parsed nothing before.
        table.Row(Files, "parsing every file with Roslyn, cold", Figures.Milliseconds(ParseAll(project)), "");
        table.Row(Files, $"first build, {Narrated} files narrated: in our targets", Figures.Milliseconds(project.Build().InOurTargets), "");
        project.Build();
        table.Row(Files, "nothing changed: in our targets", Figures.Milliseconds(Median(project, _ => { })), "");
        table.Row(
            Files,
            "one file without narration changed: in our targets",
            Figures.Milliseconds(Median(project, n => project.WriteCode(1, $"changed{n}"))),
            ""
        );
        table.Row(
            Files,
            "one narrated file changed, not its texts: in our targets",
            Figures.Milliseconds(Median(project, n => project.Append("Scene0.cs", $"// {n}\n"))),
            ""
        );
    }

    private TimeSpan Median(Project project, Action<int> change) =>
        Enumerable
            .Range(0, runs)
            .Select(n =>
            {
                change(n);
                return project.Build().InOurTargets;
            })
            .Median();

    private static TimeSpan ParseAll(Project project)
    {
        var texts = project.Sources.Select(File.ReadAllText).ToList();
        var started = Stopwatch.GetTimestamp();
        texts.ForEach(text => CSharpSyntaxTree.ParseText(text).GetRoot());
        return Stopwatch.GetElapsedTime(started);
    }
}
