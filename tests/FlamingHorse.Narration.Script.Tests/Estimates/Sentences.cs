using System.Globalization;

namespace FlamingHorse.Narration.Script.Tests.Estimates;

/// <summary>
/// Sentences as lessons say them, from sentences.tsv, and how many milliseconds of speech each voice made of them: its first line names
/// the voices.
/// </summary>
internal static class Sentences
{
    private static readonly string[][] _rows = Read();

    public static IReadOnlyList<string> All { get; } = [.. _rows.Skip(1).Select(row => row[^1])];

    /// <summary>Every sentence with the length of its clip, as recorded.</summary>
    public static IReadOnlyList<(string Spoken, TimeSpan Duration)> SpokenBy(string voice)
    {
        var column = Array.IndexOf(_rows[0], voice);
        return [.. _rows.Skip(1).Select(row => (row[^1], TimeSpan.FromMilliseconds(int.Parse(row[column], CultureInfo.InvariantCulture))))];
    }

    private static string[][] Read()
    {
        using var reader = new StreamReader(typeof(Sentences).Assembly.GetManifestResourceStream("sentences.tsv")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
    }
}
