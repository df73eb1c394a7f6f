namespace FlamingHorse.Narration.Script.Mathematics;

/// <summary>What a part of a text is.</summary>
public enum FormulaSpanKind
{
    /// <summary>Words, as they are.</summary>
    Prose,

    /// <summary><c>\$</c>: a dollar sign.</summary>
    Dollar,

    /// <summary>A formula with its delimiters.</summary>
    Formula,
}
