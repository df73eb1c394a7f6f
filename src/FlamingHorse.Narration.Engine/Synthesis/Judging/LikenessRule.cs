using System.Globalization;
using FlamingHorse.Narration.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>Whether a take sounds like its voice: compared with what the voice's reference is to itself, never with a number for all.</summary>
internal static class LikenessRule
{
    /// <summary>Names of a check's scores.</summary>
    public const string Similarity = "similarity";

    /// <summary>Of the two halves of the voice's reference.</summary>
    public const string Own = "own";

    /// <summary>What is measured of a take; null where nobody compared voices.</summary>
    public static IReadOnlyDictionary<string, double>? ScoresOf(Hearing hearing) =>
        (hearing.Similarity, hearing.OwnSimilarity) switch
        {
            (null, _) => null,
            ({ } similarity, null) => new Dictionary<string, double> { [Similarity] = similarity },
            ({ } similarity, { } own) => new Dictionary<string, double> { [Similarity] = similarity, [Own] = own },
        };

    /// <summary>What is wrong, in words for a message; null of a take that sounds like its voice, or where nobody can tell.</summary>
    /// <param name="scores">Of a check.</param>
    public static string? FindProblem(IReadOnlyDictionary<string, double>? scores) =>
        scores is not null
        && scores.TryGetValue(Similarity, out var similarity)
        && scores.TryGetValue(Own, out var own)
        && similarity < own - GateThresholds.LikenessMargin
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"another voice (likeness {similarity:0.00}, where the voice's own recording has {own:0.00})"
            )
            : null;
}
