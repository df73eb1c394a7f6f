using FlamingHorse.Narration.Script.Mathematics.Parsing;
using static FlamingHorse.Narration.Script.Mathematics.Reading.FactorKind;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>What a dot, a cross and a star between two factors are called.</summary>
internal sealed partial class RowSpeech
{
    /// <summary>
    /// A dot between letters is "dot", as between vectors; a cross between letters is "by" for two of k l m n p q and "cross" for others;
    /// beside a number, a bracket or anything else they are "times".
    /// </summary>
    private string SignBetween(Node sign, Factor left, Factor? right)
    {
        var key = Shape.Key(Shape.Core(sign))!;
        var areLetters = (left.Kind is Letter || IsGradient(left)) && (right?.Kind is Letter or Differential || IsGradient(right));
        return key switch
        {
            "dot" => areLetters ? "dot" : "times",
            "cross" when IsSize(left) && IsSize(right) && (_context.IsScript || left.Kind == Letter) => "by",
            "cross" => areLetters || (left.Kind is Letter && right?.Kind is Group or Function) && IsVector(left) ? "cross" : "times",
            "star" when left.Kind == Number || right?.Kind == Number => "times",
            "star" when right is not null && left.Kind is Letter or Function && IsFunctionLetter(Shape.Letter(Shape.Core(left.Node))) =>
                "convolved",
            _ => key,
        };
    }

    private static bool IsGradient(Factor? factor) => factor is not null && Shape.Key(Shape.Core(factor.Node)) == "nabla";

    private static bool IsVector(Factor factor) =>
        factor.Node is AccentNode { Accent: "vec" } || Shape.Letter(Shape.Core(factor.Node)) is { Style: LetterStyle.Bold };

    private bool IsSize(Factor? factor) =>
        factor?.Node is LetterNode { Name: "k" or "l" or "m" or "n" or "p" or "q", Style: LetterStyle.Plain }
        || (_context.IsScript && factor?.Node is NumberNode);
}
