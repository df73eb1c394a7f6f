using System.Globalization;
using System.Text.Json;

namespace FlamingHorse.Narration.Acceptance.Planted;

/// <summary>A lesson that is built with planted takes.</summary>
/// <param name="machine">Of its own cache for each lesson.</param>
/// <param name="texts">All sentences.</param>
/// <param name="output">Told what was missed, and which good takes were refused.</param>
internal sealed class PlantedLesson(Machine machine, IReadOnlyList<string> texts, ITestOutputHelper output)
{
    /// <summary>Whether the first take of each was refused, or kept with a doubt.</summary>
    public async Task<IReadOnlyList<(PlantedTake Take, bool IsCaught)>> BuildAsync(
        string voice,
        string model,
        IReadOnlyList<PlantedTake> takes,
        int number
    )
    {
        machine.UseHome($"home{number}");
        var lesson = new LessonProject(machine, Path.Combine(machine.Root, $"Lesson{number}"), "Lesson")
        {
            Packages = [machine.Feed.SpeechPackage],
        };
        lesson
            .Set("NarrationRecognizer", "whisper")
            .Set("NarrationRecognizerModel", model)
            .Scene("Planted", takes.Select((take, i) => (Member(i), texts[take.Sentence])));
        await lesson.PrepareAsync();
        await PrepareClipsAsync(voice, takes, lesson.At("clips"));

        var build = await lesson.BuildAsync();

        build.Errors.Select(error => error.Code).Distinct().ShouldBeSubsetOf(["FHN4001"], build.Output);
        build.Warnings.Select(warning => warning.Code).Distinct().ShouldBeSubsetOf(["FHN4002"], build.Output);
        var rows = JsonDocument
            .Parse(await File.ReadAllTextAsync(Path.Combine(lesson.Intermediate(), "build-summary.json")))
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .ToDictionary(row => row.GetProperty("id").GetString()!.Split('.')[^1]);
        var results = takes.Select((take, i) => (take, IsCaught: Report(take, rows[Member(i)], build))).ToList();
        ShouldHoldNoCaughtTake(lesson, results);
        return results;
    }

    private bool Report(PlantedTake take, JsonElement row, BuildResult build)
    {
        var attempts = row.GetProperty("attempts").GetInt32();
        var verdict = row.TryGetProperty("verdict", out var said) ? said.GetString() : null;
        var isKept = attempts == 1 && row.GetProperty("source").GetString() == "synthesized";
        if (isKept)
        {
            verdict.ShouldBe("heard", build.Output); // somebody listened
        }

        if (isKept != (take.Kind is null))
        {
            var heard = row.TryGetProperty("heard", out var transcript) ? transcript.GetString() : "";
            var reason = build.Errors.FirstOrDefault(error =>
                error.Text.Contains(row.GetProperty("id").GetString()!, StringComparison.Ordinal)
            );
            output.WriteLine($"{take.Name} | {(isKept ? "kept" : "refused")} | {texts[take.Sentence]} | {heard} | {reason?.Text}");
        }

        return !isKept;
    }

    /// <summary>Planted files have even samples, the good ones odd.</summary>
    private void ShouldHoldNoCaughtTake(LessonProject lesson, IReadOnlyList<(PlantedTake Take, bool IsCaught)> results)
    {
        var missed = results.Count(result => result.Take.Kind is not null && !result.IsCaught);
        foreach (var folder in new[] { machine.Cache, lesson.Output() }.Where(Directory.Exists))
        {
            var clips = Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(IsWav)
                .Select(path => (Path: path, Clip: Pcm.Read(path)))
                .ToList();
            clips.Count.ShouldBeGreaterThanOrEqualTo(folder == machine.Cache ? lesson.Lock.Ids.Count() : 0);
            clips.Count(clip => clip.Clip.IsEven()).ShouldBeLessThanOrEqualTo(missed, folder);
        }

        var audio = lesson.Lock.Segments.Values.Select(line => line.AudioHash).ToHashSet();
        audio.Count.ShouldBe(lesson.Lock.Ids.Count());
    }

    private async Task PrepareClipsAsync(string voice, IReadOnlyList<PlantedTake> takes, string folder)
    {
        string Said(PlantedTake take) => take.Kind?.Text(texts, take.Sentence) ?? texts[take.Sentence];
        var program = Path.Combine(
            machine.Feed.Packages,
            "flaminghorse.narration.speech",
            machine.Feed.Version,
            "tools",
            System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier,
            "FlamingHorse.Narration.Speech.dll"
        );
        var spoken = await RealVoice.SayAsync(voice, program, takes.SelectMany(take => new[] { Said(take), texts[take.Sentence] }), folder);
        var clips = new Dictionary<string, string[]>();
        var rate = 0;
        foreach (var (take, i) in takes.Select((take, i) => (take, i)))
        {
            var text = texts[take.Sentence];
            var first = Pcm.Read(spoken[Said(take)]);
            var planted = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"first{i}.wav"));
            var good = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"second{i}.wav"));
            rate = first.Rate;
            (take.Kind?.Sound(first, i) ?? first).Marked(even: take.Kind is not null).Write(planted);
            Pcm.Read(spoken[text]).Marked(even: false).Write(good);
            clips[text] = [planted, good];
        }

        var list = Path.Combine(folder, "clips.json");
        await File.WriteAllTextAsync(list, JsonSerializer.Serialize(clips));
        machine.Worker.Use("--clips", $"'{list}'", "--sample-rate", rate.ToString(CultureInfo.InvariantCulture));
    }

    private static bool IsWav(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[4];
        return file.Read(magic) == 4 && magic.SequenceEqual("RIFF"u8);
    }

    private static string Member(int i) => $"Take{i.ToString(CultureInfo.InvariantCulture)}";
}
