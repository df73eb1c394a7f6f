namespace FlamingHorse.Narration.Script.Text;

/// <summary>A line under <c>[math]</c> of a lexicon: a formula and its reading, which are read elsewhere.</summary>
/// <param name="Text">As written, without white space around it.</param>
/// <param name="Language">Of <c>[math German]</c>; null for all languages.</param>
/// <param name="File">Where it stands.</param>
/// <param name="Number">Counted from 1.</param>
/// <param name="Column">Of its first character; from 1.</param>
public sealed record MathLine(string Text, string? Language, string File, int Number, int Column);
