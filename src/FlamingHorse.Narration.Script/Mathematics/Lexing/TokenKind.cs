namespace FlamingHorse.Narration.Script.Mathematics.Lexing;

/// <summary>What a token of LaTeX is to the parser.</summary>
internal enum TokenKind
{
    /// <summary>One character that stands for itself; a digit is one token.</summary>
    Character,

    /// <summary>A command; its text is the name without the backslash.</summary>
    Command,

    /// <summary><c>{</c></summary>
    Open,

    /// <summary><c>}</c></summary>
    Close,

    /// <summary><c>^</c></summary>
    Superscript,

    /// <summary><c>_</c></summary>
    Subscript,

    /// <summary><c>&amp;</c></summary>
    Column,

    /// <summary><c>\\</c></summary>
    NewRow,

    /// <summary><c>#1</c> in the body of a macro; its text is the digit.</summary>
    Parameter,

    /// <summary>What <c>\text{…}</c> holds, as written.</summary>
    Text,

    /// <summary>Behind the last token.</summary>
    End,
}
