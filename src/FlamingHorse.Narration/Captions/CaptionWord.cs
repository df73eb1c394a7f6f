namespace FlamingHorse.Narration.Captions;

/// <summary>The smallest piece into which a caption is divided.</summary>
/// <param name="Text">Without white space.</param>
/// <param name="Spaced">A space stands before it when it shares a line with its predecessor.</param>
/// <param name="Weight">How long it takes to say, in syllables, the pause after it included.</param>
/// <param name="Break">What ends with it.</param>
/// <param name="Token">Index of the white-space token that it is, or is a part of.</param>
internal readonly record struct CaptionWord(string Text, bool Spaced, double Weight, CaptionBreak Break, int Token)
{
    /// <summary>The pause after it, in syllables; a part of <see cref="Weight"/>.</summary>
    public double Pause { get; init; }

    /// <summary>There is something in it to say.</summary>
    public bool IsSounding { get; init; } = true;
}
