using System.Globalization;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>Checks whether a clip ends the way speech does.</summary>
internal static class EndingRule
{
    private const double Least = GateThresholds.EndingDrop;
    private const double Most = GateThresholds.AudibleTail;

    public const string CutFlag = "abrupt-end";
    public const string TailFlag = "sound-after-end";

    /// <summary>The faults of the ending, each with the flag for a clip that is kept nevertheless.</summary>
    public static IEnumerable<(string Flag, string Problem)> FindProblems(ClipEnding ending)
    {
        if (ending.Drop < GateThresholds.EndingDrop)
        {
            yield return (
                CutFlag,
                Invariant(
                    $"the ending is cut: its last 60 ms lie {Math.Max(0, ending.Drop):0} dB under the speech, where {Least} are expected"
                )
            );
        }

        if (ending.AudibleTail >= GateThresholds.LongTail)
        {
            yield return (
                TailFlag,
                Invariant($"{ending.AudibleTail:0.0} s of hum or murmur after the last word, {Least} to {Most} dB under the speech")
            );
        }
    }

    /// <summary>The range of the clip that may contain speech, without a long inaudible tail.</summary>
    public static SpeechBounds Frame(MonoSignal raw, ClipEnding ending)
    {
        var bounds = SpeechBounds.Of(raw.Samples);
        var tail = bounds.End - ending.AudibleEnd;
        return ending.AudibleEnd > bounds.Start && tail >= GateThresholds.LongTail * raw.SampleRate
            ? bounds with
            {
                End = ending.AudibleEnd,
            }
            : bounds;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
