using System.Collections.Concurrent;
using System.Globalization;
using FlamingHorse.Narration.Speech.Hearing;
using FlamingHorse.Narration.Speech.Tests.Reading.Support;
using FlamingHorse.Narration.Speech.Tests.Voice;
using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Hearing;

/// <summary>
/// The natural voice says something else than the text, Whisper tiny.en listens, and the rule judges. The texts are those of
/// <c>sentences.tsv</c>, on which no threshold was chosen.
/// </summary>
public sealed class PlantedFaultTests(ITestOutputHelper output)
{
    private static readonly string[] _texts =
    [
        .. SpeechTestFiles.Table("sentences.tsv").Select(row => row[0]).Where(text => text.Split(' ').Length is >= 6 and <= 25),
    ];

    [Theory]
    [InlineData("good", 2, 80)]
    [InlineData("last word gone", 2, 50)]
    [InlineData("content word gone", 2, 50)]
    [InlineData("another word", 2, 50)]
    [InlineData("another sentence", 2, 50)]
    [InlineData("three words twice", 2, 50)]
    public async Task Planted_faults_are_caught_and_good_takes_are_left_alone(string kind, int few, int full)
    {
        var rounds = Math.Min(_texts.Length, Soak.Rounds(few, full));
        using var ear = Ear.Load(WhisperModel.Require());
        var reader = EnglishText.Load(TestData.VoiceFolder);
        var listener = new Listener(ear, new TranscriptReader(() => reader));
        using var folder = new TemporaryFolder();
        var faults = new ConcurrentDictionary<int, string>();
        await Parallel.ForAsync(0, rounds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (i, token) =>
        {
            var path = folder[string.Create(CultureInfo.InvariantCulture, $"{i}.wav")];
            var said = Plant(kind, i);
            await File.WriteAllBytesAsync(
                path,
                SharedVoice.Speaker.Speak(new(said, [], 1, Seed: 1), _ => { }, default).File.ToArray(),
                token
            );
            var heard = await listener.ListenAsync(path, _texts[i], "english", token);
            if (TranscriptReader.HasFault(heard.Runs, "english"))
            {
                faults[i] = $"{_texts[i]} | {heard.Transcript}";
            }
            else if (kind != "good")
            {
                output.WriteLine($"{kind}, missed: {said} | {heard.Transcript}");
            }
        });

        if (kind == "good")
        {
            faults.Values.ToList().ForEach(fault => output.WriteLine($"good, refused: {fault}"));
        }

        Soak.Record($"{kind}, tiny.en, of {rounds}", $"{faults.Count} with a fault");
        if (kind == "good")
        {
            faults.Count.ShouldBeLessThanOrEqualTo(Math.Max(1, rounds / 20));
        }
        else
        {
            faults.Count.ShouldBeGreaterThanOrEqualTo((int)Math.Floor(0.94 * rounds));
        }
    }

    /// <summary>What is said in the place of text i.</summary>
    private static string Plant(string kind, int i)
    {
        var words = _texts[i].Split(' ');
        var content = Array.FindIndex(words, 1, word => word.Length >= 4 && word.All(char.IsLetter));
        content = content < 0 ? 1 : content;
        return kind switch
        {
            "good" => _texts[i],
            "last word gone" => string.Join(' ', words[..^1]) + ".",
            "content word gone" => string.Join(' ', words.Where((_, at) => at != content)),
            "another word" => string.Join(' ', words.Select((word, at) => at == content ? Other(word) : word)),
            "another sentence" => _texts[(i + 7) % _texts.Length],
            _ => string.Join(' ', [.. words[..4], .. words[1..4], .. words[4..]]),
        };
    }

    /// <summary>A word that differs by more than three sounds.</summary>
    private static string Other(string word) => word.Length > 7 ? "thimble" : "kangaroo";
}
