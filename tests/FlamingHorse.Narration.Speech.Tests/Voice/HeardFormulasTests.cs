using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;
using FlamingHorse.Narration.Speech.Hearing;
using FlamingHorse.Narration.Speech.Tests.Hearing;
using FlamingHorse.Narration.Transcripts;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

/// <summary>
/// Formulas of the table of readings, spoken by the voice and heard by Whisper tiny.en, which is told nothing. It writes some of them in
/// signs ("x²" as "x squared" or "x2"), so that what it wrote is put into words first. What it hears otherwise stands in
/// heard-formulas.tsv with the reason.
/// </summary>
public sealed class HeardFormulasTests(ITestOutputHelper output)
{
    private const int Rows = 50;

    /// <summary>Rows that another processor's rounding may make sound otherwise to a small model.</summary>
    private const int Spare = 2;

    [Fact]
    public async Task The_voice_says_formulas_so_that_their_words_are_heard()
    {
        using var ear = Ear.Load(WhisperModel.Require());
        var known = File.ReadLines(TestData.PathOf("heard-formulas.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToDictionary(fields => fields[0], fields => fields[1]);
        var heardOtherwise = new List<string>();
        var rows = 0;

        foreach (var latex in Formulas())
        {
            var reading = Read($"So ${latex}$.");
            var say = reading
                .FindLetterNames()
                .Select(letter => new Speech.Reading.Pronunciation(letter.Token, letter.Count, letter.Phonemes));
            var clip = SharedVoice.Speaker.Speak(new(reading.Spoken, [.. say], 1, Seed: 1), _ => { }, default);
            var heard = await ear.HearAsync(clip);
            rows++;
            if (Sounds(heard) != Sounds(reading.Spoken))
            {
                heardOtherwise.Add($"{latex}\t{heard.Trim()}\t{reading.Spoken}");
            }
        }

        heardOtherwise.ForEach(output.WriteLine);
        Soak.Record("formulas spoken and heard", $"{rows}, {rows - heardOtherwise.Count} word for word");
        heardOtherwise.Where(row => !known.ContainsKey(row.Split('\t')[0])).Take(Spare + 1).Count().ShouldBeLessThanOrEqualTo(Spare);
    }

    /// <summary>Evenly from the whole table, of four words or more; a short run takes every tenth of them.</summary>
    private static IEnumerable<string> Formulas()
    {
        var rows = File.ReadLines(TestData.PathOf("formulas.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Where(fields => fields[1].Count(c => c == ' ') >= 3)
            .ToList();
        var step = Rows / Soak.Rounds(5, Rows);
        return Enumerable.Range(0, Rows).Where(i => i % step == 0).Select(i => rows[i * rows.Count / Rows][0]);
    }

    private static SegmentReading Read(string text) =>
        SegmentReading.Of(
            new()
            {
                Id = "Formula",
                Text = text,
                Place = new SourcePlace("formulas.tsv", 1, 1),
                Origin = SegmentOrigin.Item,
            },
            Lexicon.Empty,
            FormulaRules.Default,
            "English"
        );

    /// <summary>Without spaces: "dx" and "d x" are the same sounds.</summary>
    private static string Sounds(string text) => string.Concat(SpokenForm.Of(text, "English").Select(word => word.Form));
}
