namespace FlamingHorse.Narration.Script.Mathematics;

/// <summary>What can be wrong with a formula.</summary>
public enum FormulaProblemKind
{
    /// <summary>A command that is neither known nor a macro.</summary>
    UnknownCommand,

    /// <summary>A character that has no reading.</summary>
    UnknownCharacter,

    /// <summary>A brace, a bracket, a <c>\left</c> or a <c>\begin</c> without its partner.</summary>
    Unbalanced,

    /// <summary>An environment that has no reading.</summary>
    UnsupportedEnvironment,

    /// <summary>A command without what it needs, or a script with nothing to stand on.</summary>
    MissingArgument,

    /// <summary>Two superscripts or two subscripts at one place.</summary>
    DoubleScript,

    /// <summary><c>&amp;</c> or <c>\\</c> outside of a matrix.</summary>
    MisplacedSeparator,

    /// <summary>A formula that holds nothing to say.</summary>
    Empty,

    /// <summary>Nested more deeply, longer, or with more macros than any formula on a screen.</summary>
    TooComplex,

    /// <summary><c>\(</c> without <c>\)</c>, or <c>{</c> of a reading without <c>}</c>.</summary>
    UnclosedDelimiter,

    /// <summary>A mark that stands within an atom.</summary>
    MisplacedMark,

    /// <summary>A macro definition that cannot be read.</summary>
    InvalidMacro,

    /// <summary>A line under <c>[math]</c> that cannot be read.</summary>
    InvalidOverride,
}
