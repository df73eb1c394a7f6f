using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Transcripts;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Counts what was heard of takes, voice by voice.</summary>
internal sealed class VoiceTally
{
    private readonly List<(string Voice, string? Verdict, (int Wrong, int Words)? Words, double? Likeness, double? Own)> _takes = [];

    /// <summary>Counts a take that a recognizer heard, or that was refused.</summary>
    /// <param name="voice">Its voice's name.</param>
    /// <param name="verdict">As in the lock.</param>
    /// <param name="spoken">Its text.</param>
    /// <param name="language">Full name.</param>
    /// <param name="checks">What is known about the recognizers that listened.</param>
    public void Add(string voice, string verdict, string spoken, string language, IReadOnlyList<TakeCheck> checks)
    {
        var transcript = checks.Select(check => check.Transcript).FirstOrDefault(heard => heard is not null);
        _takes.Add(
            (
                voice,
                verdict,
                transcript is null ? null : CountErrors(spoken, transcript, language),
                ScoreOf("similarity", checks),
                ScoreOf("own", checks)
            )
        );
    }

    /// <summary>Sorted by name.</summary>
    public IReadOnlyList<CheckedVoice> ToVoices() =>
        [
            .. _takes
                .GroupBy(take => take.Voice)
                .OrderBy(voice => voice.Key, StringComparer.Ordinal)
                .Select(voice => Sum(voice.Key, [.. voice])),
        ];

    private static CheckedVoice Sum(
        string voice,
        List<(string Voice, string? Verdict, (int Wrong, int Words)? Words, double? Likeness, double? Own)> takes
    )
    {
        var words = takes.Select(take => take.Words).OfType<(int Wrong, int Words)>().ToList();
        return new(
            voice,
            takes.Count,
            takes.Count(take => take.Verdict == LockedCheck.Doubtful),
            takes.Count(take => take.Verdict == LockedCheck.Refused)
        )
        {
            WordErrorRate =
                words.Count == 0
                    ? null
                    : Math.Round((double)words.Sum(count => count.Wrong) / Math.Max(1, words.Sum(count => count.Words)), 4),
            Likeness = Mean(takes.Select(take => take.Likeness)),
            OwnLikeness = Mean(takes.Select(take => take.Own)),
        };
    }

    private static double? ScoreOf(string name, IReadOnlyList<TakeCheck> checks) =>
        checks
            .Select(check => check.Scores is { } scores && scores.TryGetValue(name, out var score) ? score : (double?)null)
            .FirstOrDefault(score => score is not null);

    private static double? Mean(IEnumerable<double?> scores) => scores.Average() is { } mean ? Math.Round(mean, 3) : null;

    private static (int Wrong, int Words) CountErrors(string spoken, string transcript, string language)
    {
        var said = SpokenForm.Of(spoken, language);
        var wrong = WordAlignment.Align(said, SpokenForm.Of(transcript, language)).Count(step => step.Kind != StepKind.Same);
        return (wrong, said.Count);
    }
}
