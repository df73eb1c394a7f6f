namespace FlamingHorse.Narration.Benchmark;

/// <summary>What the package costs beside the engine, with a worker that takes no time of its own.</summary>
internal sealed class PipelineBenchmark(Workshop workshop, IReadOnlyList<string> settings, Options options, Table table)
{
    private static readonly Dictionary<int, int> _goals = new()
    {
        [100] = 15,
        [1000] = 30,
        [10000] = 100,
    };

    public void Run()
    {
        table.Begin("segments");
        var empty = new Project(workshop, Path.Combine(workshop.Root, "empty"), [Workshop.PackageId]) { Settings = settings };
        empty.Build();
        empty.Build();
        table.Row(0, "nothing changed: in our targets", Figures.Milliseconds(Repeat(empty).Select(m => m.InOurTargets).Median()), "10 ms");
        foreach (var size in options.Sizes)
        {
            Measure(size);
        }
    }

    private void Measure(int size)
    {
        var texts = Enumerable.Range(1, size).Select(n => $"This is step {n} of it.").ToList();
        var plain = workshop.NewProject($"plain{size}", hasPackage: false).WritePlain(size);
        var lesson = new Project(workshop, Path.Combine(workshop.Root, $"lesson{size}"), [Workshop.PackageId])
        {
            Settings = settings,
        }.Write(texts);
        var first = lesson.Build();
        table.Row(size, "first build, worker without waits", Figures.Seconds(first.Elapsed), "");
        plain.Build();
        lesson.Build();

        // By turns, so that a change of the machine's mood meets both.
        var pairs = Enumerable.Range(0, options.Runs).Select(_ => (Plain: plain.Build(), Lesson: lesson.Build())).ToList();
        var (without, with) = (pairs.Select(p => p.Plain.Build).Median(), pairs.Select(p => p.Lesson.Build).Median());
        table.Row(
            size,
            "nothing changed: in our targets",
            Figures.Milliseconds(pairs.Select(p => p.Lesson.InOurTargets).Median()),
            _goals.TryGetValue(size, out var goal) ? $"{goal} ms" : ""
        );
        table.Row(
            size,
            "nothing changed: against the same without the package",
            $"{with / without:0.00} × ({Figures.Milliseconds(with)} : {Figures.Milliseconds(without)})",
            size <= 1000 ? "1.05 ×" : "1.2 ×"
        );

        texts[size / 2] = $"These words are new among {size}.";
        lesson.Write(texts);
        var changed = lesson.Build();
        var engine = TimeSpan.FromMilliseconds(lesson.Summary.Rows.Sum(r => r.ElapsedMs));
        table.Row(
            size,
            $"one string changed: {lesson.Summary.Synthesized} synthesized, in our targets without the worker's own time",
            Figures.Milliseconds(changed.InOurTargets - engine),
            "1 s"
        );
        table.Row(size, "one string changed: the whole build, most of it the compiler", Figures.Seconds(changed.Build), "");
    }

    private List<Measurement> Repeat(Project project) => [.. Enumerable.Range(0, options.Runs).Select(_ => project.Build())];
}
