using FlamingHorse.Narration.Judging;
using FlamingHorse.Narration.Speech.Voice;
using FlamingHorse.Narration.Transcripts;

namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>Finds where a transcript differs from its text, and how both are pronounced there.</summary>
/// <param name="reader">Reads English; safe on any thread.</param>
internal sealed class TranscriptReader(Func<IReader> reader)
{
    public IReadOnlyList<ReadRun> Compare(string text, string transcript, string language)
    {
        var differences = Differences.Find(text, transcript, language);
        if (differences.Count == 0 || language != "english")
        {
            return [.. differences.Select(difference => new ReadRun(difference, null))];
        }

        var (said, heard) = (PhonemesByToken(text), PhonemesByToken(transcript));
        return
        [
            .. differences.Select(difference => new ReadRun(
                difference,
                new RunPhonemes(Join(said, difference.Said), Join(heard, difference.Heard))
            )),
        ];
    }

    /// <summary>Whether a listener would call anything in it a fault.</summary>
    public static bool HasFault(IReadOnlyList<ReadRun> runs, string language) =>
        runs.Any(run => TranscriptRule.IsFault(run.Difference, language, run.Phonemes));

    /// <summary>Whether some run has at least three sounds more than the text.</summary>
    public static bool HasAddedSounds(IReadOnlyList<ReadRun> runs) =>
        runs.Any(run =>
            run.Phonemes is { } phonemes
            && TranscriptRule.CountSounds(phonemes.Heard) - TranscriptRule.CountSounds(phonemes.Said) > GateThresholds.MostEdits
        );

    /// <summary>The phonemes of each white-space token; empty if the language cannot be read.</summary>
    public IReadOnlyList<int> CountSounds(string transcript, string language)
    {
        if (language != "english")
        {
            return [];
        }

        var phonemes = PhonemesByToken(transcript);
        return
        [
            .. Enumerable
                .Range(0, transcript.Split(' ').Length)
                .Select(token => TranscriptRule.CountSounds(phonemes.GetValueOrDefault(token) ?? "")),
        ];
    }

    private Dictionary<int, string> PhonemesByToken(string text) =>
        reader()
            .Read(text, [])
            .Pieces.SelectMany(piece => piece.Words.Select(word => (word.Word, Phonemes: piece.Phonemes[word.Start..word.End])))
            .GroupBy(word => word.Word, word => word.Phonemes)
            .ToDictionary(token => token.Key, token => string.Concat(token));

    private static string Join(Dictionary<int, string> phonemes, TokenRange tokens) =>
        string.Join(
            ' ',
            Enumerable.Range(tokens.Start, tokens.End - tokens.Start).Select(token => phonemes.GetValueOrDefault(token)).OfType<string>()
        );
}
