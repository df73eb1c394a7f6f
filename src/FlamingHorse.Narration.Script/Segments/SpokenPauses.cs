using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>The pauses of a spoken text.</summary>
public static class SpokenPauses
{
    /// <summary>All of them together.</summary>
    public static TimeSpan Total(IReadOnlyList<SpokenPause> pauses) => TimeSpan.FromMilliseconds(pauses.Sum(pause => pause.Milliseconds));

    /// <summary>Neighbours, between which nothing is said, add up.</summary>
    internal static IReadOnlyList<SpokenPause> Merge(IEnumerable<(int Token, int Milliseconds)> pauses) =>
        [
            .. pauses
                .GroupBy(pause => pause.Token)
                .OrderBy(place => place.Key)
                .Select(place => new SpokenPause(place.Key, place.Sum(pause => pause.Milliseconds))),
        ];
}
