namespace FlamingHorse.Narration.Script.Tests.Estimates;

/// <summary>Sentences as lessons say them, from sentences.txt.</summary>
internal static class Sentences
{
    public static IReadOnlyList<string> All { get; } = Read();

    private static string[] Read()
    {
        using var reader = new StreamReader(typeof(Sentences).Assembly.GetManifestResourceStream("sentences.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
