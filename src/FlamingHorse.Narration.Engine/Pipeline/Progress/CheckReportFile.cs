using System.Text.Json;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Platform.Files;

namespace FlamingHorse.Narration.Engine.Pipeline.Progress;

/// <summary><c>check.json</c>, of the last check.</summary>
public static class CheckReportFile
{
    public const string FileName = "check.json";

    /// <summary>Null when it is missing or cannot be read: it is a report, and a broken one is written again.</summary>
    public static CheckReport? Read(string directory)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(directory, FileName)), ReportJson.Default.CheckReport);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>SHA-256 of the takes that it refuses.</summary>
    internal static IReadOnlySet<string> ReadRefused(string directory) =>
        (Read(directory)?.Takes ?? [])
            .Where(take => take.Verdict == LockedCheck.Refused)
            .Select(take => take.Audio)
            .ToHashSet(StringComparer.Ordinal);

    /// <exception cref="IOException"/>
    /// <exception cref="UnauthorizedAccessException"/>
    internal static void Write(string directory, CheckReport report) =>
        AtomicFile.Write(
            Path.Combine(directory, FileName),
            JsonSerializer.SerializeToUtf8Bytes(report, ReportJson.Default.CheckReport),
            isDurable: false
        );
}
