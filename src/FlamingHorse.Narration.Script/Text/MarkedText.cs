namespace FlamingHorse.Narration.Script.Text;

/// <summary>A narration text taken apart: what is shown, and the marks that stood in it.</summary>
public sealed record MarkedText
{
    /// <summary>The constant with its marks removed and otherwise untouched.</summary>
    public required string Caption { get; init; }

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<TextMark> Marks { get; init; } = [];

    /// <summary>What was taken out: where in <see cref="Caption"/>, and how many units of the text as written.</summary>
    public IReadOnlyList<(int Offset, int Length)> Removed { get; init; } = [];

    /// <summary>The offset in the text as written of a character of <see cref="Caption"/>.</summary>
    public int InWritten(int offset) => offset + Removed.Where(part => part.Offset <= offset).Sum(part => part.Length);

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<TextPause> Pauses { get; init; } = [];

    /// <summary>Breaks whose time cannot be read; they stay in the caption.</summary>
    public IReadOnlyList<MarkupProblem> WrongBreaks { get; init; } = [];

    /// <summary>Other elements of SSML 1.1, which are read aloud as they are written.</summary>
    public IReadOnlyList<MarkupProblem> OtherElements { get; init; } = [];

    /// <summary>Whether both sound the same: marks make no sound, pauses do.</summary>
    public bool SoundsLike(MarkedText other) =>
        Caption == other.Caption
        && Pauses
            .Select(pause => (pause.Offset, pause.Milliseconds))
            .SequenceEqual(other.Pauses.Select(pause => (pause.Offset, pause.Milliseconds)));

    /// <summary>
    /// What is wrong with the first wrong mark, and the cure; null when all are right. A wrong mark stays in the caption.
    /// </summary>
    public string? Problem { get; init; }

    /// <summary>
    /// Reads SSML's <c>&lt;mark name='row'/&gt;</c> and manim's <c>&lt;bookmark mark='row'/&gt;</c>, and <c>&lt;break
    /// time='400ms'/&gt;</c>, with
    /// single or double quotes. Of two spaces around one of them one stays.
    /// Anything else in angle brackets is text.
    /// </summary>
    public static MarkedText Parse(string text) => !MayHold(text) ? new MarkedText { Caption = text } : new MarkReader(text).Read();

    /// <summary>False only for a text without an element.</summary>
    public static bool MayHold(string text) => text.IndexOf('<') >= 0;
}
