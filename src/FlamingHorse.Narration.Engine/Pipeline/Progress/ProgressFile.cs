using System.Text.Json;
using FlamingHorse.Narration.Engine.Platform.Files;

namespace FlamingHorse.Narration.Engine.Pipeline.Progress;

/// <summary><c>progress.json</c>: rewritten by rename at most twice a second, and once more at the end.</summary>
internal sealed class ProgressFile(string directory, TimeProvider clock)
{
    public const string FileName = "progress.json";

    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(0.5);

    private long? _last;
    private ProgressReport? _pending;

    /// <summary>Calls come one at a time.</summary>
    public void Publish(ProgressReport report)
    {
        _pending = report;
        if (_last is not { } last || clock.GetElapsedTime(last) >= _interval)
        {
            Write(report);
        }
    }

    /// <summary>Writes the final state.</summary>
    public void Finish()
    {
        if (_pending is { } report)
        {
            Write(report with { IsFinished = true, SecondsLeft = 0 });
        }
    }

    private void Write(ProgressReport report)
    {
        _last = clock.GetTimestamp();
        try
        {
            AtomicFile.Write(
                Path.Combine(directory, FileName),
                JsonSerializer.SerializeToUtf8Bytes(report, ReportJson.Default.ProgressReport),
                isDurable: false
            );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Nobody's build depends on it.
        }
    }
}
