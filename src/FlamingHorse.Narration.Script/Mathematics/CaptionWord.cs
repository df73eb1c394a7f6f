namespace FlamingHorse.Narration.Script.Mathematics;

/// <summary>One white-space token of a formula's caption.</summary>
/// <param name="Text">As it is shown.</param>
/// <param name="Start">UTF-16 units from the start of the formula to the first thing that it shows.</param>
/// <param name="End">Behind the last thing that it shows.</param>
public sealed record CaptionWord(string Text, int Start, int End);
