namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>When a word is said, as somebody measured it.</summary>
/// <param name="Token">Index of the white-space token of the spoken text.</param>
/// <param name="Start">In steps of 10 ms from the start of the clip.</param>
/// <param name="End">Likewise; not before <paramref name="Start"/>.</param>
public readonly record struct TimedWord(int Token, int Start, int End)
{
    /// <summary>Steps in a second.</summary>
    public const int StepsPerSecond = 100;

    /// <summary>The sample at which a step begins.</summary>
    public static long ToSample(int step, int sampleRate) => (long)step * sampleRate / StepsPerSecond;
}
