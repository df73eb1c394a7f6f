namespace FlamingHorse.Narration.Transcripts;

/// <summary>Levenshtein's distances.</summary>
internal static class EditTable
{
    /// <summary>The distance of every beginning of one sequence from every beginning of the other.</summary>
    /// <param name="first">Length of the one.</param>
    /// <param name="second">Length of the other.</param>
    /// <param name="areEqual">Whether element i of the one is element j of the other.</param>
    public static int[,] Fill(int first, int second, Func<int, int, bool> areEqual)
    {
        var costs = new int[first + 1, second + 1];
        for (var i = 0; i <= first; i++)
        {
            for (var j = 0; j <= second; j++)
            {
                costs[i, j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(costs[i - 1, j - 1] + (areEqual(i - 1, j - 1) ? 0 : 1), 1 + Math.Min(costs[i - 1, j], costs[i, j - 1]));
            }
        }

        return costs;
    }

    /// <summary>The fewest characters to be changed, left out and put in between two texts.</summary>
    public static int Distance(string first, string second) =>
        Fill(first.Length, second.Length, (i, j) => first[i] == second[j])[first.Length, second.Length];
}
