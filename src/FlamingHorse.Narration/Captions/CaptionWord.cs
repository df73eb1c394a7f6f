namespace FlamingHorse.Narration.Captions;

/// <summary>The least that a caption is divided into.</summary>
/// <param name="Text">Without white space.</param>
/// <param name="Spaced">A space stands before it when it shares a line with its predecessor.</param>
/// <param name="Weight">How long it takes to say, in syllables, the pause after it included.</param>
/// <param name="Break">What ends with it.</param>
internal readonly record struct CaptionWord(string Text, bool Spaced, double Weight, CaptionBreak Break);
