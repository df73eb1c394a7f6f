using FlamingHorse.Narration.Benchmark;
using FlamingHorse.Narration.Benchmark.Formulas;
using FlamingHorse.Narration.Benchmark.Generation;
using FlamingHorse.Narration.Benchmark.Listening;
using FlamingHorse.Narration.Benchmark.Scanning;
using FlamingHorse.Narration.Benchmark.Speaking;

try
{
    return BenchmarkCommand.Run(args, Measure);
}
catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

static int Measure(Options options)
{
    if (options.Backend == "mlx")
    {
        new VoiceBenchmark(options, Console.Out).Run();
    }
    else if (options.Backend is "neural" or "listen")
    {
        using var workshop = new Workshop(options.Repository);
        Console.WriteLine(
            $"{Environment.ProcessorCount} processors, {Environment.OSVersion}, .NET {Environment.Version}; load {Figures.Load()}; "
                + $"medians of {options.Runs}"
        );
        if (options.Backend == "listen")
        {
            new ListeningBenchmark(workshop, options with { Model = Path.GetFullPath(options.Model) }, Console.Out).Run();
        }
        else
        {
            new NaturalVoiceBenchmark(workshop, options, Console.Out).Run();
        }

        Console.WriteLine();
        Console.WriteLine($"load at the end {Figures.Load()}");
    }
    else if (options.Backend == "formulas")
    {
        using var workshop = new Workshop(options.Repository);
        new FormulaBenchmark(workshop, options, new Table(Console.Out)).Run();
    }
    else
    {
        using var workshop = new Workshop(options.Repository);
        var settings = workshop.UseScriptedWorker(options.Repository);
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
