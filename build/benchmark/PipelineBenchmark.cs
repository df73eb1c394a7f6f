namespace FlamingHorse.Narration.Benchmark;

/// <summary>What the package costs beside the engine, with a worker that takes no time of its own.</summary>
internal sealed class PipelineBenchmark(Options options, TextWriter output)
{
    private static readonly Dictionary<int, int> _goals = new() { [100] = 15, [1000] = 30, [10000] = 100 };

    public void Run()
    {
        using var workshop = new Workshop(options.Repository);
        // MSBuild takes quotes away from a property on the command line, and the repository's path may hold spaces.
        var worker = Path.Combine(workshop.Root, "scripted_worker.py");
        File.Copy(Path.Combine(options.Repository, "tests", "scripted-worker", "scripted_worker.py"), worker);
        string[] settings = ["-p:NarrationBackend=worker", $"-p:NarrationWorkerCommand=python3 {worker}"];
        output.WriteLine($"{Environment.ProcessorCount} processors, {Environment.OSVersion}, .NET {Environment.Version}; load {Load()}; median of {options.Runs}");
        output.WriteLine();
        output.WriteLine("| segments | what | measured | goal |");
        output.WriteLine("|---:|---|---:|---:|");
        var empty = new Project(workshop, Path.Combine(workshop.Root, "empty"), hasPackage: true) { Settings = settings };
        empty.Build();
        Row(0, "nothing changed: in our targets", Milliseconds(Repeat(empty).Select(m => m.InOurTargets).Median()), "10 ms");
        foreach (var size in options.Sizes)
        {
            Measure(workshop, settings, size);
        }
    }

    private void Measure(Workshop workshop, string[] settings, int size)
    {
        var texts = Enumerable.Range(1, size).Select(n => $"This is step {n} of it.").ToList();
        var plain = workshop.NewProject($"plain{size}", hasPackage: false).WritePlain(size);
        var lesson = new Project(workshop, Path.Combine(workshop.Root, $"lesson{size}"), hasPackage: true) { Settings = settings }.Write(texts);
        var first = lesson.Build();
        Row(size, "first build, worker without waits", Seconds(first.Elapsed), "");
        plain.Build();
        lesson.Build();

        // By turns, so that a change of the machine's mood meets both.
        var pairs = Enumerable.Range(0, options.Runs).Select(_ => (Plain: plain.Build(), Lesson: lesson.Build())).ToList();
        var (without, with) = (pairs.Select(p => p.Plain.Build).Median(), pairs.Select(p => p.Lesson.Build).Median());
        Row(size, "nothing changed: in our targets", Milliseconds(pairs.Select(p => p.Lesson.InOurTargets).Median()), _goals.TryGetValue(size, out var goal) ? $"{goal} ms" : "");
        Row(size, "nothing changed: against the same without the package", $"{with / without:0.00} × ({Milliseconds(with)} : {Milliseconds(without)})", size <= 1000 ? "1.05 ×" : "1.2 ×");

        texts[size / 2] = "These words are new.";
        lesson.Write(texts);
        var changed = lesson.Build();
        Row(size, $"one string changed: {lesson.Summary.Synthesized} synthesized, in our targets", Milliseconds(changed.InOurTargets), size >= 10000 ? "1 s" : "");
    }

    private List<Measurement> Repeat(Project project) => [.. Enumerable.Range(0, options.Runs).Select(_ => project.Build())];

    private void Row(int size, string what, string measured, string goal) => output.WriteLine($"| {size} | {what} | {measured} | {goal} |");

    private static string Milliseconds(TimeSpan time) => $"{time.TotalMilliseconds:0.#} ms";

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds:0.0} s";

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
