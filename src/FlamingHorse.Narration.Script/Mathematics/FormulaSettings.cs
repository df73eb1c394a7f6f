namespace FlamingHorse.Narration.Script.Mathematics;

/// <summary>What the author set for all formulas.</summary>
public sealed record FormulaSettings
{
    /// <summary>Commands of the author's own.</summary>
    public FormulaMacros Macros { get; init; } = FormulaMacros.None;

    /// <summary>Readings of the author's own.</summary>
    public FormulaOverrides Overrides { get; init; } = FormulaOverrides.None;

    /// <summary>Capital letters are told apart: "capital A". Letters of number sets are not.</summary>
    public bool TellsCapitals { get; init; }

    /// <summary>A formula without marks that is read again is not worked out again; the memory lives as long as the reader.</summary>
    public bool Remembers { get; init; }
}
