namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>How a symbol binds.</summary>
internal enum SymbolKind
{
    /// <summary>Stands for something by itself: infinity, the empty set.</summary>
    Ordinary,

    /// <summary>A Greek letter.</summary>
    Greek,

    /// <summary>Binds two terms: plus, union.</summary>
    Additive,

    /// <summary>Binds two factors: times, intersection.</summary>
    Multiplicative,

    /// <summary>Says something of two sides: equals, in, goes to.</summary>
    Relation,

    /// <summary>Binds two statements: implies, and.</summary>
    Logic,

    /// <summary>For all, there exists.</summary>
    Quantifier,

    /// <summary>A sum, a product, an integral.</summary>
    Big,

    /// <summary>Before what it acts on: not, nabla.</summary>
    Prefix,

    /// <summary>Behind what it acts on: factorial, percent.</summary>
    Postfix,

    /// <summary>An opening delimiter.</summary>
    Open,

    /// <summary>A closing delimiter.</summary>
    Close,

    /// <summary>A vertical bar, which opens, closes or separates.</summary>
    Bar,

    /// <summary>Comma, semicolon, full stop.</summary>
    Punctuation,

    /// <summary>Dots.</summary>
    Ellipsis,

    /// <summary>The name of a function.</summary>
    Function,

    /// <summary>An accent above or below something.</summary>
    Accent,

    /// <summary>A wide space, which separates.</summary>
    Space,

    /// <summary>Changes the looks only.</summary>
    Nothing,
}
