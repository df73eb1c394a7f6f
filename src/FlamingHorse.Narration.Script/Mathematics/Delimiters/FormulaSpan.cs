namespace FlamingHorse.Narration.Script.Mathematics;

/// <summary>A part of a text; all of them side by side are the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">UTF-16 units from the start of the text.</param>
/// <param name="End">Behind its last unit, delimiters and reading included.</param>
public sealed record FormulaSpan(FormulaSpanKind Kind, int Start, int End)
{
    /// <summary>Prose as written, a dollar sign, or the LaTeX between the delimiters.</summary>
    public required string Content { get; init; }

    /// <summary>Where <see cref="Content"/> begins in the text.</summary>
    public required int ContentStart { get; init; }

    /// <summary>The reading in <c>$…${reading}</c>; null without one.</summary>
    public string? Reading { get; init; }

    /// <summary>Where <see cref="Reading"/> begins in the text; -1 without one.</summary>
    public int ReadingStart { get; init; } = -1;
}
