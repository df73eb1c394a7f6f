namespace FlamingHorse.Narration.Script.Text;

/// <summary>A stretch of a text whose characters stand side by side in the file that it was read from.</summary>
/// <param name="Offset">Where it begins in the text, in UTF-16 units; it reaches to the next run.</param>
/// <param name="Line">Where its first character stands; from 1.</param>
/// <param name="Column">From 1.</param>
public readonly record struct TextRun(int Offset, int Line, int Column);
