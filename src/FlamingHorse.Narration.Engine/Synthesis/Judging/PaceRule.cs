using System.Globalization;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Judging;
using FlamingHorse.Narration.Script.Estimates;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>Checks a take's pace against its voice's other takes, and its end against its beginning.</summary>
internal static class PaceRule
{
    public const string DriftFlag = "pace-drift";

    /// <summary>The pace: 1.2 is a fifth faster than the voice's rate predicts. Null if the text is too short.</summary>
    public static double? MeasurePace(int samples, int sampleRate, TimeSpan estimate)
    {
        var predicted = estimate - DurationEstimate.Head - DurationEstimate.Tail;
        return predicted.TotalSeconds >= GateThresholds.LeastSecondsForPace && samples > 0
            ? predicted.TotalSeconds * sampleRate / samples
            : null;
    }

    /// <summary>The fault; null if the pace is within the voice's range.</summary>
    public static string? FindProblem(double pace) =>
        pace is >= GateThresholds.SlowestPace and <= GateThresholds.FastestPace
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{pace:0.00} × the voice's pace, where {GateThresholds.SlowestPace} to {GateThresholds.FastestPace} × were expected"
            );

    /// <summary>The record with its drift, if words have times, and with a flag if the drift is large.</summary>
    public static ClipRecord NoteDrift(ClipRecord record, SynthesisRequest request) =>
        MeasureDrift(request.Text, request.Language, record.Words) is { } drift
            ? record with
            {
                Measures = (record.Measures ?? new()) with { Drift = Math.Round(drift, 2) },
                Flags = drift > GateThresholds.PaceDrift ? [.. record.Flags, DriftFlag] : record.Flags,
            }
            : record;

    /// <summary>
    /// How much faster the faster of the first and the last third of the words is, without pauses: 0.8 for nine syllables in the time
    /// of five. Null if there are few words.
    /// </summary>
    public static double? MeasureDrift(string text, string language, IReadOnlyList<WordTime>? words)
    {
        if (words is null || words.Count < GateThresholds.LeastWordsForDrift)
        {
            return null;
        }

        var tokens = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var third = words.Count / 3;
        var (first, last) = (Rate(words.Take(third)), Rate(words.Skip(words.Count - third)));
        return first > 0 && last > 0 ? Math.Max(first, last) / Math.Min(first, last) - 1 : null;

        double Rate(IEnumerable<WordTime> part)
        {
            var list = part.Where(word => word.Token < tokens.Length).ToList();
            var said = string.Join(' ', list.Select(word => tokens[word.Token]));
            var seconds = list.Sum(word => word.End - word.Start) / (double)WordTime.StepsPerSecond;
            var rate = SpeechRate.Default(language) with { Start = 0, Pause = 0 };
            var predicted = DurationEstimate.Predict(said, language, rate) - DurationEstimate.Head - DurationEstimate.Tail;
            return seconds > 0 ? predicted.TotalSeconds / seconds : 0;
        }
    }
}
