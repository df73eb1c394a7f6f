namespace FlamingHorse.Narration.Script.Mathematics;

/// <summary>How a formula is spoken and shown.</summary>
public sealed record FormulaReading
{
    /// <summary>
    /// Words only: never empty, without a backslash, a brace or a control character. Of a formula with problems it is what could be read.
    /// </summary>
    public required string Spoken { get; init; }

    /// <summary>The formula in Unicode.</summary>
    public required string Caption { get; init; }

    /// <summary>The white-space tokens of <see cref="Spoken"/>, in order.</summary>
    public required IReadOnlyList<SpokenWord> Words { get; init; }

    /// <summary>The white-space tokens of <see cref="Caption"/>, in order.</summary>
    public required IReadOnlyList<CaptionWord> CaptionWords { get; init; }

    /// <summary>What is wrong, in the order of the formula; offsets count from its start.</summary>
    public required IReadOnlyList<FormulaProblem> Problems { get; init; }

    /// <summary>
    /// For each mark that was given, the index of the word that is spoken first behind it; the count of words for one at the end.
    /// </summary>
    public IReadOnlyList<int> MarkWords { get; init; } = [];
}
