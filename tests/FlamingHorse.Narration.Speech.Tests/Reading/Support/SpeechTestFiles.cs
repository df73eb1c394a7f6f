namespace FlamingHorse.Narration.Speech.Tests.Reading.Support;

/// <summary>Where the files lie that the tests read, found from where the tests run.</summary>
internal static class SpeechTestFiles
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    public static string Voice { get; } = Path.Combine(Root, "src", "FlamingHorse.Narration.Speech", "Voices", "heart");

    /// <summary>The lines of a table of the reference without its heading, split at tabs.</summary>
    public static IReadOnlyList<string[]> Table(string name) =>
        [
            .. File.ReadLines(Path.Combine(Root, "tests", "FlamingHorse.Narration.Speech.Tests", "Data", name))
                .Where(line => line.Length > 0 && !line.StartsWith('#'))
                .Select(line => line.Split('\t')),
        ];

    private static string FindRoot(string folder) =>
        Directory.Exists(Path.Combine(folder, "tests", "FlamingHorse.Narration.Speech.Tests"))
            ? folder
            : FindRoot(Directory.GetParent(folder)!.FullName);
}
