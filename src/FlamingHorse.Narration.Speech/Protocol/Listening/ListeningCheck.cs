using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Hearing;
using FlamingHorse.Narration.Speech.Protocol.Preparing;

namespace FlamingHorse.Narration.Speech.Protocol.Listening;

/// <summary>The ears' rows of <c>--prepare</c>; none where the request names no recognizer.</summary>
internal sealed class ListeningCheck(EarSupport support)
{
    public void Run(JsonElement request, Report report)
    {
        if (!request.TryGetProperty("recognizer", out var recognizer) || recognizer.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var clock = Stopwatch.StartNew();
        try
        {
            support.Require();
            using var ear = Ear.Load(recognizer.Text("model") ?? "");
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
}
