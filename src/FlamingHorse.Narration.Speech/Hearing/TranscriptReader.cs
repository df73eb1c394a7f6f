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

    /// <summary>
    /// Whether words of the text are heard twice in a row, with three or more extra sounds. Other added words do not count: if a recognizer
    /// begins to listen in the middle of a word, it hears another word there ("values lie" as "please lie").
    /// </summary>
    public bool HasRepetition(string text, HeardTake take, string language)
    {
        var (said, heard, sounds) = (Words(text), Words(take.Transcript), CountSounds(take.Transcript, language));
        return take.Runs.Any(run =>
        {
            var ((first, next), (start, end)) = (run.Difference.Said, run.Difference.Heard);
            var beside = said[Math.Max(0, first - (end - start))..Math.Min(said.Length, next + (end - start))];
            var repeated = Enumerable.Range(start, end - start).Where(i => beside.Contains(heard[i])).Sum(i => sounds[i]);
            return run.Phonemes is { } phonemes && repeated - TranscriptRule.CountSounds(phonemes.Said) > GateThresholds.MostEdits;
        });
    }

    /// <summary>How many sounds each white-space token has; empty if the language cannot be read.</summary>
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

    /// <summary>Letters and digits of each white-space token, in lower case.</summary>
    private static string[] Words(string text) =>
        [.. text.Split(' ').Select(token => string.Concat(token.Where(char.IsLetterOrDigit)).ToLowerInvariant())];

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
