using System.Text.Json;

namespace FlamingHorse.Narration.Acceptance.Neural;

/// <summary>When words and cues are, as the program that was built knows it.</summary>
/// <param name="Lines">Words such as <c>row 1.20-1.45</c>, cues such as <c>row 1.20</c>; with <c>(est.)</c> where nobody knows.</param>
internal sealed record SpokenWords(IReadOnlyList<string> Lines)
{
    public const string Program = """
        using System.Text.Json;
        using FlamingHorse.Narration;

        foreach (var s in NarrationCatalog.All)
        {
            var words = s.Words.Select(w =>
                $"{w.Text} {w.Start.TotalSeconds:0.00}-{w.End.TotalSeconds:0.00}{(w.IsEstimated ? " (est.)" : "")}");
            var cues = s.Cues.Select(c => $"{c.Name} {c.At.TotalSeconds:0.00}{(c.IsEstimated ? " (est.)" : "")}");
            Console.WriteLine(JsonSerializer.Serialize(words.Concat(cues)));
        }
        """;

    public IEnumerable<string> Words => Lines.Where(line => line.Contains('-', StringComparison.Ordinal));

    public string Start(string word) =>
        Words.Single(line => line.StartsWith(word + " ", StringComparison.Ordinal)).Split(' ')[1].Split('-')[0];

    public string Cue(string name) =>
        Lines.Except(Words).Single(line => line.StartsWith(name + " ", StringComparison.Ordinal)).Split(' ')[1];

    /// <param name="machine">That runs it.</param>
    /// <param name="lesson">Built with <see cref="Program"/>.</param>
    public static async Task<SpokenWords> ReadAsync(Machine machine, LessonProject lesson)
    {
        using var run = machine.Start(machine.Feed.Tools.Dotnet, machine.Root, Path.Combine(lesson.Output(), "Lesson.dll"));
        (await run.WaitAsync()).ShouldBe(0, run.Output);
        var segments = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new([.. segments.SelectMany(line => JsonSerializer.Deserialize<string[]>(line)!)]);
    }
}
