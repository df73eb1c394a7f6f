using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>The pauses of a spoken text.</summary>
public static class SpokenPauses
{
    /// <summary>All of them together.</summary>
    public static TimeSpan Total(IReadOnlyList<SpokenPause> pauses) => TimeSpan.FromMilliseconds(pauses.Sum(pause => pause.Milliseconds));

    /// <summary>Silence before the first word.</summary>
    public static TimeSpan Before(IReadOnlyList<SpokenPause> pauses) => Total([.. pauses.Where(pause => pause.Token == 0)]);

    /// <summary>Silence after the last word.</summary>
    /// <param name="pauses">Of the text.</param>
    /// <param name="spoken">The text.</param>
    public static TimeSpan After(IReadOnlyList<SpokenPause> pauses, string spoken) =>
        pauses.Count == 0
            ? TimeSpan.Zero
            : Total([.. pauses.Where(pause => pause.Token > 0 && pause.Token >= CaptionWordMap.Starts(spoken).Count)]);

    /// <summary>Neighbours, between which nothing is said, add up.</summary>
    internal static IReadOnlyList<SpokenPause> Merge(IEnumerable<(int Token, int Milliseconds)> pauses) =>
        [
            .. pauses
                .GroupBy(pause => pause.Token)
                .OrderBy(place => place.Key)
                .Select(place => new SpokenPause(place.Key, place.Sum(pause => pause.Milliseconds))),
        ];
}
