namespace FlamingHorse.Narration.Acceptance.Planted;

/// <summary>A sentence of a lesson whose first take is planted.</summary>
/// <param name="Kind">Null for a good one.</param>
/// <param name="Sentence">Index of its text.</param>
internal sealed record PlantedTake(PlantedKind? Kind, int Sentence)
{
    public string Name => Kind?.Name ?? PlantedKind.Good;

    /// <summary>Divides them, so that no lesson has the same text twice: it would be one take.</summary>
    public static IReadOnlyList<IReadOnlyList<PlantedTake>> ToLessons(IEnumerable<PlantedTake> takes, int most)
    {
        var lessons = new List<List<PlantedTake>>();
        foreach (var take in takes)
        {
            var lesson = lessons.Find(l => l.Count < most && l.TrueForAll(other => other.Sentence != take.Sentence));
            if (lesson is null)
            {
                lessons.Add(lesson = []);
            }

            lesson.Add(take);
        }

        return lessons;
    }
}
