namespace FlamingHorse.Narration.Script.Mathematics;

/// <summary>One white-space token of a spoken text.</summary>
/// <param name="Text">As in the spoken text, with the punctuation around it.</param>
/// <param name="Letter">The letter, where the token is a single letter of a formula that is spoken by its name; else null.</param>
/// <param name="CaptionWord">The index of the white-space token of the caption that shows it.</param>
public sealed record TextWord(string Text, string? Letter, int CaptionWord);
