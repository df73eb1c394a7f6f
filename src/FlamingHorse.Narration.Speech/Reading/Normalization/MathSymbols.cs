using System.Collections.Frozen;

namespace FlamingHorse.Narration.Speech.Reading.Normalization;

/// <summary>Names of mathematical symbols that the voice's own table doesn't list.</summary>
internal static class MathSymbols
{
    private static readonly FrozenDictionary<char, string> Names = new Dictionary<char, string>
    {
        ['−'] = "minus",
        ['≤'] = "less than or equal to",
        ['≥'] = "greater than or equal to",
        ['≠'] = "not equal to",
        ['≈'] = "approximately equal to",
        ['≡'] = "equivalent to",
        ['∞'] = "infinity",
        ['√'] = "square root of",
        ['∑'] = "sum",
        ['∏'] = "product",
        ['∫'] = "integral",
        ['∂'] = "partial",
        ['∇'] = "nabla",
        ['∈'] = "in",
        ['∉'] = "not in",
        ['⊂'] = "subset of",
        ['⊆'] = "subset of or equal to",
        ['∪'] = "union",
        ['∩'] = "intersection",
        ['∀'] = "for all",
        ['∃'] = "there exists",
        ['∅'] = "empty set",
        ['⇒'] = "implies",
        ['⇔'] = "if and only if",
        ['∧'] = "and",
        ['∨'] = "or",
        ['¬'] = "not",
        ['⋅'] = "times",
        ['∘'] = "composed with",
        ['∝'] = "proportional to",
        ['∴'] = "therefore",
        ['′'] = "prime",
        ['″'] = "double prime",
        ['ℏ'] = "h bar",
        ['№'] = "number",
        ['‰'] = "per mille",
    }.ToFrozenDictionary();

    public static string? NameOf(char sign) => Names.GetValueOrDefault(sign);
}
