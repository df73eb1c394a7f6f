namespace FlamingHorse.Narration.Script.Mathematics;

/// <summary>One white-space token of a formula's reading.</summary>
/// <param name="Text">As in the reading, with the comma after it if there is one.</param>
/// <param name="IsLetter">A single letter that is spoken by its name.</param>
/// <param name="Start">UTF-16 units from the start of the formula to what it was read from.</param>
/// <param name="End">Behind that.</param>
/// <param name="CaptionWord">The index of the word of the caption that shows it.</param>
public sealed record SpokenWord(string Text, bool IsLetter, int Start, int End, int CaptionWord);
