namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>How a letter is set; it decides the caption, and whether a power is a transpose or a dimension.</summary>
internal enum LetterStyle
{
    /// <summary>Italic, as mathematics is.</summary>
    Plain,

    /// <summary>Upright, as the d of a differential.</summary>
    Upright,

    /// <summary>Bold, as a vector.</summary>
    Bold,

    /// <summary>With a double line, as a set of numbers.</summary>
    Blackboard,

    /// <summary>Script.</summary>
    Calligraphic,

    /// <summary>Gothic.</summary>
    Fraktur,
}
