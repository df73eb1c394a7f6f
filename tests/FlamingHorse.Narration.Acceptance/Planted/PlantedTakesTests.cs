namespace FlamingHorse.Narration.Acceptance.Planted;

/// <summary>
/// Recordings of real voices as the takes of a worker, so that the rules for cloned voices apply: the first take of a sentence has a fault,
/// the second has none. Whisper tiny.en listens. No threshold was chosen on these sentences.
/// </summary>
public sealed class PlantedTakesTests(ITestOutputHelper output) : AcceptanceTest
{
    private const int MostInALesson = 100;
    private static readonly string[] _texts = [.. Sentences().Where(text => text.Split(' ').Length is >= 6 and <= 25)];

    [Fact]
    public Task Planted_takes_of_the_natural_voice_are_made_again_and_are_in_no_cache_lock_or_output() => PlantAsync("neural");

    // These two say how much depends on the voice; a plain run has no time for them.
    [Fact]
    public Task Planted_takes_of_flite_are_made_again_and_are_in_no_cache_lock_or_output()
    {
        Assert.SkipUnless(Soak.Part > 0, "With NARRATION_SOAK.");
        return PlantAsync("flite");
    }

    [Fact]
    public Task Planted_takes_of_espeak_are_made_again_and_are_in_no_cache_lock_or_output()
    {
        Assert.SkipUnless(Soak.Part > 0, "With NARRATION_SOAK.");
        return PlantAsync("espeak-ng");
    }

    private async Task PlantAsync(string voice)
    {
        var model = Model();
        var each = Soak.Rounds(1, 50);
        var good = Soak.Rounds(4, 300);
        var takes = PlantedKind
            .All.SelectMany((kind, k) => Enumerable.Range(0, each).Select(j => new PlantedTake(kind, (k * each + j) % _texts.Length)))
            .Concat(Enumerable.Range(0, good).Select(i => new PlantedTake(null, (PlantedKind.All.Count * each + i) % _texts.Length)));
        var caught = new Dictionary<string, List<bool>>();
        foreach (var (lesson, number) in PlantedTake.ToLessons(takes, MostInALesson).Select((lesson, i) => (lesson, i)))
        {
            foreach (var (take, isCaught) in await new PlantedLesson(Machine, _texts, output).BuildAsync(voice, model, lesson, number))
            {
                (caught.TryGetValue(take.Name, out var of) ? of : caught[take.Name] = []).Add(isCaught);
            }
        }

        foreach (var (name, of) in caught)
        {
            Soak.Record($"{voice}: {name}, of {of.Count}", $"{of.Count(found => found)} refused or doubtful");
        }

        Judge(voice, caught);
    }

    private static void Judge(string voice, Dictionary<string, List<bool>> caught)
    {
        var asked = PlantedKind.All.Where(kind => !kind.IsReportedOnly).Select(kind => caught[kind.Name]).ToList();
        if (voice == "neural")
        {
            foreach (var kind in PlantedKind.All.Where(kind => !kind.IsReportedOnly))
            {
                var of = caught[kind.Name];
                of.Count(found => found).ShouldBeGreaterThanOrEqualTo((int)Math.Floor(PlantedKind.Least * of.Count), kind.Name);
            }

            asked
                .Sum(kind => kind.Count(found => found))
                .ShouldBeGreaterThanOrEqualTo((int)Math.Floor(0.98 * asked.Sum(kind => kind.Count)));
            var good = caught[PlantedKind.Good];
            good.Count(found => found).ShouldBeLessThanOrEqualTo(Math.Max(1, good.Count / 20));
        }
        else
        {
            // Tiny.en hears these two less well; the table says how well.
            asked.Sum(kind => kind.Count(found => found)).ShouldBeGreaterThan(asked.Sum(kind => kind.Count) * 3 / 4);
        }
    }

    private static IEnumerable<string> Sentences()
    {
        var folder = Path.Combine(PackageFeed.Repository, "tests", "FlamingHorse.Narration.Speech.Tests", "Data");
        return File.ReadLines(Path.Combine(folder, "lesson-lines.txt"))
            .Concat(File.ReadLines(Path.Combine(folder, "sentences.tsv")).Select(line => line.Split('\t')[0]))
            .Where(line => line.Length > 0 && line[0] != '#' && line.IndexOfAny(['"', '\\', '$', '<', '[']) < 0);
    }

    private static string Model()
    {
        var folder = Environment.GetEnvironmentVariable("FLAMING_HORSE_MODELS")
            ?? Path.Combine(PackageFeed.Repository, "..", "shared", "models");
        var path = Path.GetFullPath(Path.Combine(folder, "whisper", "ggml-tiny.en-q8_0.bin"));
        Assert.SkipWhen(!File.Exists(path), "whisper/ggml-tiny.en-q8_0.bin is not in the folder that FLAMING_HORSE_MODELS names.");
        return path;
    }
}
