using System.Globalization;
using FlamingHorse.Narration.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>Checks whether a take sounds like its voice, measured by the reference's likeness to itself.</summary>
internal static class LikenessRule
{
    /// <summary>Names of a check's scores.</summary>
    public const string Similarity = "similarity";

    /// <summary>The likeness of the two halves of the voice's reference.</summary>
    public const string Own = "own";

    /// <summary>The scores of a take; null if no recognizer compared voices.</summary>
    public static IReadOnlyDictionary<string, double>? ScoresOf(Hearing hearing) =>
        (hearing.Similarity, hearing.OwnSimilarity) switch
        {
            (null, _) => null,
            ({ } similarity, null) => new Dictionary<string, double> { [Similarity] = similarity },
            ({ } similarity, { } own) => new Dictionary<string, double> { [Similarity] = similarity, [Own] = own },
        };

    /// <summary>The fault, worded for a message; null if the take sounds like its voice or was not compared.</summary>
    /// <param name="scores">The scores of a check.</param>
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
