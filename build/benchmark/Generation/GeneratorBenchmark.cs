using System.Diagnostics;
using FlamingHorse.Narration.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlamingHorse.Narration.Benchmark.Generation;

/// <summary>What a keystroke costs in an editor: an edit that has nothing to do with narration, and one text of many changed.</summary>
internal sealed class GeneratorBenchmark(Options options, Table table)
{
    private const int Edits = 45;

    public void Run()
    {
        table.Begin("segments");
        foreach (var size in options.Sizes)
        {
            Measure(new(size));
        }
    }

    private void Measure(Lesson lesson)
    {
        var (difference, bare) = TimeOfUnrelatedEdits(lesson);
        table.Row(
            lesson.Size,
            $"generator, unrelated edit: our code beside Roslyn's own search for the attribute ({Figures.Milliseconds(bare)})",
            Figures.Milliseconds(difference),
            "1.0 ms"
        );

        var before = Driver(new NarrationGenerator(), lesson, isTracked: true).RunGenerators(lesson.Compilation);
        var unrelated = before.RunGenerators(lesson.WithUnrelated(1)).GetRunResult();
        table.Row(lesson.Size, "generator, unrelated edit: outputs of steps made anew", $"{MadeAnew(unrelated)}", "0");

        var sources = Sources(before.GetRunResult());
        var changed = Sources(before.RunGenerators(lesson.WithAnotherText()).GetRunResult());
        table.Row(
            lesson.Size,
            "generator, one text changed: files generated anew",
            $"{changed.Count(s => !sources.TryGetValue(s.Key, out var was) || was != s.Value)} of {sources.Count:N0}",
            "1"
        );
    }

    /// <summary>
    /// By turns, so that a change of the machine's mood meets both; what our generator takes more than the bare search is the median of the
    /// pairs.
    /// </summary>
    private static (TimeSpan Difference, TimeSpan Bare) TimeOfUnrelatedEdits(Lesson lesson)
    {
        var ours = Driver(new NarrationGenerator(), lesson).RunGenerators(lesson.Compilation);
        var bare = Driver(new AttributeSearch(), lesson).RunGenerators(lesson.Compilation);
        var times = new List<(TimeSpan Ours, TimeSpan Bare)>();
        for (var edit = 0; edit < Edits; edit++)
        {
            // A compilation of its own for each: what the first asks of it, the second would find already worked out.
            times.Add((Time(ref ours, lesson.WithUnrelated(edit)), Time(ref bare, lesson.WithUnrelated(edit))));
        }

        // The first ones are compiled as they run.
        return (times.Skip(Edits / 3).Select(t => t.Ours - t.Bare).Median(), times.Skip(Edits / 3).Select(t => t.Bare).Median());
    }

    private static TimeSpan Time(ref GeneratorDriver driver, Compilation compilation)
    {
        GC.Collect(); // or whoever comes second pays for the first one's garbage
        var started = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        return Stopwatch.GetElapsedTime(started);
    }

    private static CSharpGeneratorDriver Driver(IIncrementalGenerator generator, Lesson lesson, bool isTracked = false) =>
        CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            [lesson.Manifest],
            lesson.ParseOptions,
            lesson.Options,
            new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: isTracked)
        );

    private static int MadeAnew(GeneratorDriverRunResult run) =>
        run
            .Results.SelectMany(r => r.TrackedOutputSteps)
            .SelectMany(step => step.Value)
            .SelectMany(step => step.Outputs)
            .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    private static Dictionary<string, string> Sources(GeneratorDriverRunResult run) =>
        run.Results.SelectMany(r => r.GeneratedSources).ToDictionary(s => s.HintName, s => s.SourceText.ToString(), StringComparer.Ordinal);
}
