namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>What a factor is to the one beside it.</summary>
internal enum FactorKind
{
    /// <summary>A letter, with whatever is on it.</summary>
    Letter,

    /// <summary>Digits.</summary>
    Number,

    /// <summary>"two thirds".</summary>
    NumberFraction,

    /// <summary>A fraction, a binomial, a derivative: "times" goes before it.</summary>
    Fraction,

    /// <summary>A bracket that only groups.</summary>
    Group,

    /// <summary>A function with its argument.</summary>
    Function,

    /// <summary>Something with a name of its own, as "the square root of x".</summary>
    Named,

    /// <summary>"d x".</summary>
    Differential,

    /// <summary>Words, units and other things that nothing goes between.</summary>
    Words,

    /// <summary>Dots.</summary>
    Ellipsis,
}
