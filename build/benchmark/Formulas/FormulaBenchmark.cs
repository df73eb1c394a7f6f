using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace FlamingHorse.Narration.Benchmark.Formulas;

/// <summary>What reading formulas costs: a text alone, by BenchmarkDotNet, and 10,000 in a build.</summary>
internal sealed class FormulaBenchmark(Workshop workshop, Options options, Table table)
{
    private const int Count = 10_000;

    public void Run()
    {
        FormulaReading.Repository = options.Repository;
        // In this process: what BenchmarkDotNet would build by itself knows nothing of this repository's rules.
        var config = ManualConfig
            .CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(workshop.Root, "benchmarkdotnet"));
        var text = BenchmarkRunner.Run<FormulaReading>(config).Reports.Single().ResultStatistics!;
        table.Begin("texts");
        table.Row(
            1,
            "reading a text with a formula, by BenchmarkDotNet",
            $"{text.Mean / 1000:0} µs ± {text.StandardError / 1000:0}",
            "1 ms"
        );

        var plain = Enumerable.Range(0, Count).Select(n => $"In step {n} we see the sum of x squared again.").ToList();
        var formulas = FormulaTexts.Read(options.Repository, Count);
        // By turns, so that a change of the machine's mood meets both.
        var pairs = Enumerable
            .Range(0, options.Runs)
            .Select(n => (Plain: Build($"plain{n}", plain), Formulas: Build($"formulas{n}", formulas)))
            .ToList();
        table.Row(Count, "first build without formulas, durations estimated", Figures.Seconds(pairs.Select(p => p.Plain).Median()), "");
        table.Row(Count, "first build of as many texts with a formula each", Figures.Seconds(pairs.Select(p => p.Formulas).Median()), "");
        table.Row(Count, "what the formulas add", Figures.Seconds(pairs.Select(p => p.Formulas - p.Plain).Median()), "2 s");
    }

    private TimeSpan Build(string name, IReadOnlyList<string> texts) =>
        new Project(workshop, Path.Combine(workshop.Root, name), [Workshop.PackageId])
        {
            Settings = ["-p:NarrationBackend=worker", "-p:NarrationWorkerCommand=none", "-p:NarrationMissing=Estimate"],
        }
            .Write([.. texts.Select(text => text.Replace("\\", @"\\", StringComparison.Ordinal))])
            .Build()
            .Elapsed;
}
