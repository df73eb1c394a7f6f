using System.Globalization;

namespace FlamingHorse.Narration.Benchmark;

/// <summary>Ten maths sentences of about a hundred characters by the cloned voice, one by one and in batches.</summary>
internal sealed class VoiceBenchmark(Options options, TextWriter output)
{
    private static readonly string[] _sentences =
    [
        "The derivative of a function tells how fast its value changes when its argument changes a little bit.",
        "A matrix with as many rows as columns has an inverse exactly when its determinant is not equal to zero.",
        "The sum of the angles of a triangle is one hundred and eighty degrees, as long as the plane is flat.",
        "An eigenvector of a linear map keeps its direction, and the eigenvalue says how much it is stretched.",
        "Every whole number greater than one can be written as a product of primes in one way only, but for order.",
        "The integral of a rate of change over an interval is the total change between the two ends of it.",
        "A sequence converges when its members come as close to one number as we like, and stay close to it.",
        "The square of the longest side of a right triangle is the sum of the squares of both other sides.",
        "Two events are independent when knowing that one happened does not change the chance of the other.",
        "The cosine of an angle is the first coordinate of the point on the unit circle that belongs to it.",
    ];

    /// <summary>Seconds a segment, seconds for all ten with the load of the model, GiB.</summary>
    private const double MostOfSegment = 10,
        MostOfAll = 120,
        MostMemory = 15;

    public void Run()
    {
        output.WriteLine($"{Environment.ProcessorCount} processors, {Environment.OSVersion}, .NET {Environment.Version}");
        output.WriteLine();
        output.WriteLine("| how | what | measured | goal | |");
        output.WriteLine("|---|---|---:|---:|---|");
        Measure("one by one", 1);
        Measure("in batches of 8", 8);
    }

    private void Measure(string how, int batch)
    {
        using var workshop = new Workshop(options.Repository); // with a cache of its own: nothing is spoken already
        List<string> settings = ["-p:NarrationBackend=mlx", $"-p:NarrationBatchSize={batch}"];
        settings.AddRange(
            Given(("NarrationPython", options.Python), ("NarrationVoiceDirectory", options.Voice), ("NarrationModel", options.Model))
        );
        var lesson = new Project(workshop, Path.Combine(workshop.Root, "lesson"), [Workshop.PackageId]) { Settings = settings }.Write(
            _sentences
        );
        var built = lesson.Build();
        var rows = lesson.Summary.Spoken(_sentences.Length);
        var (engine, sound) = (rows.Sum(r => r.ElapsedMs) / 1000.0, rows.Sum(r => r.DurationSeconds));
        Tell(how, "a segment, the engine's time", engine / rows.Count, "s", MostOfSegment);
        Tell(how, "all ten, with the load of the model", built.InOurTargets.TotalSeconds, "s", MostOfAll);
        Tell(how, "sound against the engine's time", sound / engine, "× real time");
        if (built.PeakGibibytes is { } peak)
        {
            Tell(how, "peak memory, as the engine counts it", peak, "GiB", MostMemory);
        }
        else
        {
            Row(how, "peak memory", "not told", Goal(MostMemory, "GiB"), "not judged");
        }
    }

    private void Tell(string how, string what, double measured, string unit, double? most = null) =>
        Row(
            how,
            what,
            Invariant($"{measured:0.00} {unit}"),
            most is { } goal ? Goal(goal, unit) : "",
            most is null ? ""
                : measured < most ? "met"
                : "MISSED"
        );

    private void Row(params string[] cells) => output.WriteLine($"| {string.Join(" | ", cells)} |");

    private static string Goal(double most, string unit) => Invariant($"under {most:0} {unit}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Given(params (string Name, string Value)[] settings) =>
        settings.Where(s => s.Value.Length > 0).Select(s => $"-p:{s.Name}={s.Value}");
}
