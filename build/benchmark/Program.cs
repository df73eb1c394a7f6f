using FlamingHorse.Narration.Benchmark;
using FlamingHorse.Narration.Benchmark.Generation;
using FlamingHorse.Narration.Benchmark.Scanning;

try
{
    var options = Options.Parse(args);
    if (options.Backend == "mlx")
    {
        new VoiceBenchmark(options, Console.Out).Run();
    }
    else
    {
        using var workshop = new Workshop(options.Repository);
        // MSBuild takes quotes away from a property on the command line, and the repository's path may hold spaces.
        var worker = Path.Combine(workshop.Root, "scripted_worker.py");
        File.Copy(Path.Combine(options.Repository, "tests", "scripted-worker", "scripted_worker.py"), worker);
        string[] settings = ["-p:NarrationBackend=worker", $"-p:NarrationWorkerCommand=python3 {worker}"];
        var table = new Table(Console.Out);
        Console.WriteLine(
            $"{Environment.ProcessorCount} processors, {Environment.OSVersion}, .NET {Environment.Version}; load {Figures.Load()}; "
                + $"medians of {options.Runs} builds"
        );
        // First, since it compares with a Roslyn that nothing has warmed up.
        new ScanBenchmark(workshop, settings, options.Runs, table).Run();
        new GeneratorBenchmark(options, table).Run();
        new PipelineBenchmark(workshop, settings, options, table).Run();
    }

    return 0;
}
catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
