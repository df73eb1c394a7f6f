using System.Text.Json;
using FlamingHorse.Narration.Engine.Platform.Files;

namespace FlamingHorse.Narration.Engine.Pipeline.Progress;

/// <summary><c>build-summary.json</c>, of the last build that had something to do.</summary>
public static class BuildSummaryFile
{
    public const string FileName = "build-summary.json";

    /// <summary>Null when it is missing or cannot be read: it is a report, and a broken one is written again.</summary>
    public static BuildSummary? Read(string directory)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(directory, FileName)), ReportJson.Default.BuildSummary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    internal static bool Exists(string directory) => File.Exists(Path.Combine(directory, FileName));

    internal static void Write(string directory, BuildSummary summary) =>
        AtomicFile.Write(
            Path.Combine(directory, FileName),
            JsonSerializer.SerializeToUtf8Bytes(summary, ReportJson.Default.BuildSummary),
            isDurable: false
        );
}
