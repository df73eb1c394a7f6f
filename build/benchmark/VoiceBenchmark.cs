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

    public void Run()
    {
        output.WriteLine("| how | a segment | ten segments, with load | × real time | peak memory |");
        output.WriteLine("|---|---:|---:|---:|---:|");
        Measure("one by one", 1);
        Measure("in batches of 8", 8);
        output.WriteLine("| goal | under 10 s | under 2 min | | under 15 GB |");
    }

    private void Measure(string how, int batch)
    {
        using var workshop = new Workshop(options.Repository); // with a cache of its own: nothing is spoken already
        List<string> settings = ["-p:NarrationBackend=mlx", $"-p:NarrationBatchSize={batch}"];
        settings.AddRange(Given(("NarrationPython", options.Python), ("NarrationVoiceDirectory", options.Voice), ("NarrationModel", options.Model)));
        var lesson = new Project(workshop, Path.Combine(workshop.Root, "lesson"), hasPackage: true) { Settings = settings }.Write(_sentences);
        var built = lesson.Build();
        var rows = lesson.Summary.Rows;
        var (engine, sound) = (rows.Sum(r => r.ElapsedMs) / 1000.0, rows.Sum(r => r.DurationSeconds));
        var peak = built.Peak is { } line ? line[(line.IndexOf("peak memory ", StringComparison.Ordinal) + 12)..] : "not told";
        output.WriteLine($"| {how} | {engine / rows.Count:0.00} s | {built.InOurTargets.TotalSeconds:0.0} s | {sound / engine:0.00} | {peak} |");
    }

    private static IEnumerable<string> Given(params (string Name, string Value)[] settings) =>
        settings.Where(s => s.Value.Length > 0).Select(s => $"-p:{s.Name}={s.Value}");
}
