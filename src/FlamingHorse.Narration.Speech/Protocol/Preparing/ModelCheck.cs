using System.Diagnostics;
using System.Globalization;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Models;

namespace FlamingHorse.Narration.Speech.Protocol.Preparing;

/// <summary>The row of <c>--prepare</c> about a model of the hub: it is present and intact, was fetched, or is missing.</summary>
/// <param name="library">Finds and fetches the model.</param>
/// <param name="allowDownload">Whether the user allowed downloads.</param>
/// <param name="report">Receives the row, and progress as signals.</param>
internal sealed class ModelCheck(ModelLibrary library, bool allowDownload, Report report)
{
    /// <summary>The time between two lines of progress.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    private readonly Stopwatch _sinceLine = Stopwatch.StartNew();

    /// <summary>The paths of the model's verified files; null where a build would not find them, and the row says why.</summary>
    /// <param name="code">The row's code, such as <c>FHN2007</c>.</param>
    /// <param name="name">The row's name.</param>
    /// <param name="model">A model in the hub's table.</param>
    public IReadOnlyList<string>? Run(string code, string name, string model)
    {
        try
        {
            var paths =
                allowDownload && library.Knows(model)
                    ? library.FetchAsync(model, Say, CancellationToken.None).GetAwaiter().GetResult()
                    : library.Require(model);
            report.Pass(code, name, $"{model} in {Path.GetDirectoryName(paths[0])}, all hashes right");
            return paths;
        }
        catch (Fault fault)
        {
            report.Fail(code, name, fault.Message, fault.Cure);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report.Fail(code, name, $"{model} cannot be read: {e.Message}", "Delete the model's folder and fetch it again.");
        }

        return null;
    }

    private void Say(RemoteFile file, long bytes, long? total)
    {
        if (bytes != total && _sinceLine.Elapsed < _pause)
        {
            return;
        }

        _sinceLine.Restart();
        var all = total is { } length ? Invariant($" of {length / 1e6:f1}") : "";
        report.Signal(Invariant($"Fetching {file.File}: {bytes / 1e6:f1}{all} MB"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
