using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Hearing;
using FlamingHorse.Narration.Speech.Models;
using FlamingHorse.Narration.Speech.Protocol.Preparing;

namespace FlamingHorse.Narration.Speech.Protocol.Listening;

/// <summary>The recognizer's rows of <c>--prepare</c>; none if the request names no recognizer.</summary>
/// <param name="support">What this machine supports.</param>
/// <param name="library">Finds models by name.</param>
internal sealed class ListeningCheck(EarSupport support, ModelLibrary library)
{
    // Findings of the host's table.
    private const string ModelRow = "FHN2062";

    public void Run(JsonElement request, Report report)
    {
        if (!request.TryGetProperty("recognizer", out var recognizer) || recognizer.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (Find(recognizer.Text("model") ?? "", request.Flag("allow_download"), report) is not { } path)
        {
            report.Skip(EarSupport.Code, "recognizer", "its model is not here", "Fix what the row above names.");
            return;
        }

        var clock = Stopwatch.StartNew();
        try
        {
            support.Require();
            using var ear = Ear.Load(path);
            var load = clock.Elapsed.TotalSeconds;
            var silence = HeardSound.Of(new float[HeardSound.SampleRate * 2], HeardSound.SampleRate);
            ear.HearAsync(silence, "english", isShort: true, default).GetAwaiter().GetResult();
            report.Pass(
                EarSupport.Code,
                "recognizer",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{ear.Model} loaded in {load:f1} s, 2 s heard in {clock.Elapsed.TotalSeconds - load:f1} s"
                )
            );
        }
        catch (Fault fault)
        {
            report.Fail(EarSupport.Code, "recognizer", fault.Message, fault.Cure);
        }
    }

    /// <summary>A file is used as it is; a name of the hub's table is searched for, and fetched if the user allows it.</summary>
    private string? Find(string model, bool allowDownload, Report report) =>
        library.Knows(model) ? new ModelCheck(library, allowDownload, report).Run(ModelRow, "recognizer's model", model)?[0] : model;
}
