namespace FlamingHorse.Narration.Benchmark.Speaking;

/// <summary>
/// The natural voice beside its limit, the network alone. Everything that a ratio compares is measured in this run and by turns, so that a
/// change of the machine's mood meets both.
/// </summary>
internal sealed class NaturalVoiceBenchmark
{
    private const string Package = "FlamingHorse.Narration.Speech";
    private const int SampleRate = 24000;

    /// <summary>Rounds until the runtime has compiled anew what is called often: with one processor it does so between the clips.</summary>
    private const int WarmUps = 5;

    private readonly Workshop _workshop;
    private readonly Options _options;
    private readonly VerdictTable _table;
    private readonly string _program;
    private readonly string _voice;

    public NaturalVoiceBenchmark(Workshop workshop, Options options, TextWriter output)
    {
        (_workshop, _options, _table) = (workshop, options, new(output));
        NewProject("restored"); // unpacks the program
        var tools = Path.Combine(workshop.Root, "packages", Package.ToLowerInvariant(), workshop.Package, "tools");
        (_program, _voice) = (Path.Combine(tools, Network.RuntimeId, $"{Package}.dll"), Path.Combine(tools, "Voices", "heart"));
    }

    public void Run()
    {
        _table.Begin();
        var start = MeasureStart();
        MeasureSpeed();
        MeasureChange(start);
        MeasureThousand();
    }

    /// <summary>Start to ready, in seconds.</summary>
    private double MeasureStart()
    {
        var pairs = Repeat(() =>
        {
            using var bare = NewNetwork(1);
            using var speech = new SpeechProgram(_program, _workshop.Root);
            return (
                Bare: bare.LoadTime.TotalSeconds,
                Ready: speech.ReadyTime.TotalSeconds,
                First: speech.Speak([Sentences.All[0]]).Seconds
            );
        });
        var ready = pairs.Select(pair => pair.Ready).Median();
        _table.Row("a bare program that only loads the network", $"{pairs.Select(pair => pair.Bare).Median():f2} s");
        _table.Row("start to ready", $"{ready:f2} s");
        _table.Ratio("start to ready, against the bare program", pairs.Select(pair => pair.Ready / pair.Bare).Median(), most: 1.3);
        _table.Row("first clip, 80 characters, from the order to the answer", $"{pairs.Select(pair => pair.First).Median():f2} s");
        return ready;
    }

    private void MeasureSpeed()
    {
        IReadOnlyList<string> texts = [.. Sentences.All.Where((_, number) => number % 25 == 0)];
        using var reader = new Reader(_program, _voice);
        using var network = NewNetwork(1);
        using var speech = new SpeechProgram(_program, _workshop.Root, processors: 1);
        var ids = reader.Ids(texts);
        if (network.Run(ids).Samples is var expected && speech.Speak(texts).Samples is var spoken && expected != spoken)
        {
            throw new InvalidOperationException($"The network says {expected} samples, the program {spoken}: not the same work.");
        }

        for (var i = 0; i < WarmUps; i++)
        {
            speech.Speak(texts);
        }

        var turns = Repeat(() =>
        {
            var alone = network.Run(ids).Seconds;
            return (Network: alone, Whole: speech.Speak(texts).Seconds, Reading: reader.Read(texts).Seconds);
        });
        var sound = (double)expected / SampleRate;
        _table.Row("the network alone on one thread", $"{sound / turns.Select(turn => turn.Network).Median():f0} × real time");
        _table.Row("the whole program on one thread", $"{sound / turns.Select(turn => turn.Whole).Median():f0} × real time");
        _table.Ratio("its speed, against the network's", turns.Select(turn => turn.Network / turn.Whole).Median(), least: 0.7);
        _table.Row(
            "reading alone, a segment of 80 characters",
            $"{turns.Select(turn => turn.Reading).Median() / texts.Count * 1000:f2} ms"
        );
        _table.Ratio("reading alone, against the network", turns.Select(turn => turn.Reading / turn.Network).Median());
    }

    /// <param name="start">To ready, in seconds.</param>
    private void MeasureChange(double start)
    {
        // Others than those that are spoken below: both lessons share a cache.
        var texts = Sentences.All.Take(100).Select(text => $"Here {char.ToLowerInvariant(text[0])}{text[1..]}").ToList();
        var lesson = NewProject("lesson100").Write(texts);
        lesson.Build();
        lesson.Build();
        using var speech = new SpeechProgram(_program, _workshop.Root);
        speech.Speak([.. texts.Take(8)]);
        var turns = Repeat(number =>
        {
            var unchanged = lesson.BuildPlainly().TotalSeconds;
            texts[50] = $"{Sentences.All[500 + number][..^1]}, too.";
            var clip = speech.Speak([texts[50]]).Seconds;
            lesson.Write(texts);
            var saved = DateTime.UtcNow;
            lesson.BuildPlainly();
            return (Unchanged: unchanged, Clip: clip, Stored: (_workshop.LastStored() - saved).TotalSeconds);
        });
        _table.Row("a build of 100 without a change", $"{turns.Select(turn => turn.Unchanged).Median():f2} s");
        _table.Row("a changed line of 100, from save to take in the store", $"{turns.Select(turn => turn.Stored).Median():f2} s");
        _table.Ratio(
            "that, against a build without a change, start to ready and the clip alone",
            turns.Select(turn => turn.Stored / (turn.Unchanged + start + turn.Clip)).Median(),
            most: 1.5
        );
    }

    private void MeasureThousand()
    {
        var texts = Sentences.All;
        var worker = _workshop.UseScriptedWorker(_options.Repository);
        var scripted = new Project(_workshop, Path.Combine(_workshop.Root, "scripted1000"), [Workshop.PackageId]) { Settings = worker };
        var without = scripted.Write(texts).Build().Elapsed.TotalSeconds;
        double alone;
        using (var reader = new Reader(_program, _voice))
        using (var network = NewNetwork(Environment.ProcessorCount))
        {
            var ids = reader.Ids(texts);
            network.Run([.. ids.Take(40)]);
            alone = network.Run(ids).Seconds;
        }

        var lesson = NewProject("lesson1000").Write(texts);
        var build = lesson.Build();
        if (lesson.Summary.Synthesized != texts.Count)
        {
            throw new InvalidOperationException($"{lesson.Summary.Synthesized} of {texts.Count} segments were spoken.");
        }

        var whole = build.Elapsed.TotalSeconds;
        _table.Row("the network alone for 1,000 segments of 80 characters, on all cores", $"{alone:f1} s");
        _table.Row("first build of them with a worker that takes no time", $"{without:f1} s");
        _table.Row("first build of them with the voice", $"{whole:f1} s");
        _table.Ratio("that less the worker's build, against the network alone", (whole - without) / alone, most: 1.45);
        _table.Megabytes("peak memory of the program there", build.PeakGibibytes!.Value * 1073.741824, most: 400);
    }

    private Project NewProject(string name) => new(_workshop, Path.Combine(_workshop.Root, name), [Workshop.PackageId, Package]);

    private Network NewNetwork(int threads) => new(_options.Repository, Path.Combine(_voice, "heart.onnx"), threads);

    private List<T> Repeat<T>(Func<T> measure) => Repeat(_ => measure());

    private List<T> Repeat<T>(Func<int, T> measure) => [.. Enumerable.Range(0, _options.Runs).Select(measure)];
}
