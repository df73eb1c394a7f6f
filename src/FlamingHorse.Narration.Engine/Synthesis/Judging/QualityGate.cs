using System.Globalization;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>Measures what a listener would object to. Every new clip must pass before it may be stored.</summary>
internal static class QualityGate
{
    private const float FullScale = 32767f / 32768f;
    private const double Window = 0.02;
    private static readonly TimeSpan _slack = TimeSpan.FromSeconds(GateThresholds.LengthSlack);

    /// <summary>Judges a clip as the engine made it: before it is trimmed and its level is changed.</summary>
    public static GateVerdict Judge(MonoSignal raw) => Judge(raw, SpeechBounds.Of(raw.Samples));

    /// <summary>The same, searching for pauses within these bounds.</summary>
    public static GateVerdict Judge(MonoSignal raw, SpeechBounds speech)
    {
        var problems = new List<string>();
        var flags = new List<string>();
        var samples = raw.Samples;
        if (samples.Length == 0)
        {
            return new GateVerdict(["no samples"], []) { HasSound = false };
        }

        if (Array.Exists(samples, sample => !float.IsFinite(sample)))
        {
            return new GateVerdict(["samples that are not numbers"], []) { HasSound = false };
        }

        var peak = Decibels.FromAmplitude(SpeechBounds.Peak(samples));
        if (peak < GateThresholds.Silence)
        {
            return new GateVerdict([Invariant($"silence (peak {peak:0} dBFS)")], []) { HasSound = false };
        }

        if (FullScaleRun(samples) is > GateThresholds.LongestFullScaleRun and var run)
        {
            problems.Add($"clipping ({run} samples in a row at full scale)");
        }

        var pause = LongestSilence(raw, speech);
        if (pause >= GateThresholds.LongestPause)
        {
            problems.Add(Invariant($"a silence of {pause:0.0} s inside"));
        }
        else if (pause >= GateThresholds.NotablePause)
        {
            flags.Add("long-pause");
        }

        return new GateVerdict(problems, flags);
    }

    /// <summary>The allowed lengths for a text with this estimate.</summary>
    public static (TimeSpan Least, TimeSpan Most) Lengths(TimeSpan estimate) =>
        (
            TimeSpan.FromTicks(Math.Max(0, (estimate * GateThresholds.LeastLength - _slack).Ticks)),
            estimate * GateThresholds.MostLength + _slack
        );

    /// <summary>The fault; null if the finished clip's length fits its text.</summary>
    public static string? LengthProblem(TimeSpan length, TimeSpan estimate)
    {
        var (least, most) = Lengths(estimate);
        return length < least || length > most
            ? Invariant($"length {length.TotalSeconds:0.0} s, where {least.TotalSeconds:0.0}–{most.TotalSeconds:0.0} s were expected")
            : null;
    }

    private static int FullScaleRun(ReadOnlySpan<float> samples)
    {
        var longest = 0;
        var run = 0;
        foreach (var sample in samples)
        {
            run = MathF.Abs(sample) >= FullScale ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>Seconds of the longest stretch between first and last speech in which all windows are below the threshold.</summary>
    private static double LongestSilence(MonoSignal signal, SpeechBounds speech)
    {
        var window = Math.Max(1, (int)(signal.SampleRate * Window));
        var threshold = SpeechBounds.Peak(signal.Samples) * Decibels.ToAmplitude(SpeechBounds.Threshold);
        var longest = 0;
        var run = 0;
        for (var start = speech.Start; start + window <= speech.End; start += window)
        {
            var sum = 0d;
            foreach (var sample in signal.Samples.AsSpan(start, window))
            {
                sum += sample * (double)sample;
            }

            run = Math.Sqrt(sum / window) < threshold ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return (double)longest * window / signal.SampleRate;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
