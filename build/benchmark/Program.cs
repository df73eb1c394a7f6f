using FlamingHorse.Narration.Benchmark;

try
{
    var options = Options.Parse(args);
    if (options.Backend == "mlx")
    {
        new VoiceBenchmark(options, Console.Out).Run();
    }
    else
    {
        new PipelineBenchmark(options, Console.Out).Run();
    }

    return 0;
}
catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
