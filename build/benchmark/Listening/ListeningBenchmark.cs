using System.Text.Json;
using FlamingHorse.Narration.Benchmark.Speaking;

namespace FlamingHorse.Narration.Benchmark.Listening;

/// <summary>
/// What listening costs: the program beside Whisper's own calls, by turns in this run, and a build that listens beside one that does not.
/// </summary>
internal sealed class ListeningBenchmark
{
    private const string Package = "FlamingHorse.Narration.Speech";
    private const int FrameMilliseconds = 40;

    private readonly Workshop _workshop;
    private readonly Options _options;
    private readonly VerdictTable _table;
    private readonly string _program;

    public ListeningBenchmark(Workshop workshop, Options options, TextWriter output)
    {
        (_workshop, _options, _table) = (workshop, options, new(output));
        if (!File.Exists(options.Model))
        {
            throw new ArgumentException("--model names the file of a Whisper model, such as ggml-tiny.en-q8_0.bin.");
        }

        NewProject("restored"); // unpacks the program
        var tools = Path.Combine(workshop.Root, "packages", Package.ToLowerInvariant(), workshop.Package, "tools");
        _program = Path.Combine(tools, Network.RuntimeId, $"{Package}.dll");
    }

    public void Run()
    {
        _table.Begin();
        IReadOnlyList<string> lines = [.. Sentences.All.Where((_, number) => number % 50 == 0)];
        IReadOnlyList<string> shorter = [.. lines.Select(line => string.Join(' ', line.Split(' ')[..7]) + ".")];
        var clips = MeasureCalls("lesson lines", lines);
        MeasureCalls("the first seven words of each", shorter);
        MeasureBuild(lines, clips, batch: 1);
        MeasureBuild(lines, clips, batch: 8);
    }

    /// <summary>The clips of the texts.</summary>
    private IReadOnlyList<string> MeasureCalls(string what, IReadOnlyList<string> texts)
    {
        using var speech = new SpeechProgram(_program, _workshop.Root, processors: 1, recognizer: _options.Model);
        var (_, samples, _) = speech.Speak(texts);
        IReadOnlyList<string> clips = [.. texts.Select((_, id) => Keep(Path.Combine(_workshop.Root, $"{id}.wav"), what))];
        using var bare = new BareWhisper(_options.Repository, _options.Model);
        // What it hears is the text from now on: nothing seems wrong then, and one short call a clip is all.
        var (_, heard) = speech.Listen(clips, texts);
        var same = speech.Listen(clips, heard).Transcripts.Zip(bare.Hear(clips).Transcripts).Count(pair => pair.First == pair.Second);
        var turns = Enumerable
            .Range(0, _options.Runs)
            .Select(_ =>
                (
                    Bare: Spend(() => bare.ProcessorSeconds, () => bare.Hear(clips)),
                    Whole: Spend(() => speech.ProcessorSeconds, () => speech.Listen(clips, heard))
                )
            )
            .ToList();
        var length = samples / 24000.0 / texts.Count;
        _table.Row(
            $"Whisper's own calls, {what} ({length:f1} s), processor time",
            $"{turns.Select(turn => turn.Bare).Median() / texts.Count:f2} s a clip"
        );
        _table.Row(
            $"the program, {what}; the same transcript for {same} of {texts.Count}",
            $"{turns.Select(turn => turn.Whole).Median() / texts.Count:f2} s a clip"
        );
        _table.Ratio("its processor time, against the calls alone", turns.Select(turn => turn.Whole / turn.Bare).Median(), most: 1.2);
        _table.Row(
            "the same with the texts as written, second looks included",
            $"{Spend(() => speech.ProcessorSeconds, () => speech.Listen(clips, texts)) / texts.Count:f2} s a clip"
        );
        _table.Row("peak memory of voice and ears together", $"{speech.PeakMegabytes:f0} MB");
        return clips;
    }

    /// <summary>A worker that says the clips and takes so long for each frame of a batch.</summary>
    private void MeasureBuild(IReadOnlyList<string> texts, IReadOnlyList<string> clips, int batch)
    {
        var list = Path.Combine(_workshop.Root, "clips.json");
        File.WriteAllText(list, JsonSerializer.Serialize(texts.Zip(clips).ToDictionary(pair => pair.First, pair => new[] { pair.Second })));
        var worker = _workshop.UseScriptedWorker(_options.Repository);
        IReadOnlyList<string> settings =
        [
            worker[0],
            $"{worker[1]} --clips {list} --sample-rate 24000 --frame-ms {FrameMilliseconds} --max-batch {batch} --load-ms 2000",
            $"-p:NarrationRecognizerModel={_options.Model}",
        ];
        var turns = Enumerable
            .Range(0, _options.Runs)
            .Select(turn => (Deaf: Build(turn, "None"), Listening: Build(turn, "whisper")))
            .ToList();
        var deaf = turns.Select(turn => turn.Deaf).Median();
        _table.Row(
            $"a build of {texts.Count} lines, {batch} at a time, {FrameMilliseconds} ms for each frame of 80 ms, nobody listening",
            $"{deaf:f1} s"
        );
        _table.Row("the same, listened to", $"{turns.Select(turn => turn.Listening).Median():f1} s");
        _table.Ratio("that, against nobody listening", turns.Select(turn => turn.Listening / turn.Deaf).Median(), most: 1.1);

        double Build(int turn, string recognizer)
        {
            var name = $"listen{batch}-{turn}-{recognizer}";
            var project = NewProject(
                name,
                [.. settings, $"-p:NarrationRecognizer={recognizer}", $"-p:NarrationCachePath={Path.Combine(_workshop.Root, name)}-cache"]
            );
            var seconds = project.Write(texts).Build().Elapsed.TotalSeconds;
            return project.Summary.Synthesized == texts.Count
                ? seconds
                : throw new InvalidOperationException($"{project.Summary.Synthesized} of {texts.Count} segments were spoken.");
        }
    }

    private static double Spend<T>(Func<double> clock, Func<T> work)
    {
        var before = clock();
        work();
        return clock() - before;
    }

    private string Keep(string clip, string what)
    {
        var kept = Path.Combine(
            Directory.CreateDirectory(Path.Combine(_workshop.Root, what.Replace(' ', '-'))).FullName,
            Path.GetFileName(clip)
        );
        File.Copy(clip, kept, overwrite: true);
        return kept;
    }

    private Project NewProject(string name, IReadOnlyList<string>? settings = null) =>
        new(_workshop, Path.Combine(_workshop.Root, name), [Workshop.PackageId, Package]) { Settings = settings ?? [] };
}
