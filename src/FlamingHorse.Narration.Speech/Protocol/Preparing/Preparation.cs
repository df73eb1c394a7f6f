using System.Diagnostics;
using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Models;

namespace FlamingHorse.Narration.Speech.Protocol.Preparing;

/// <summary>
/// <c>--prepare</c>: every check as a line, then the result. The request is the Python worker's, with <c>models</c> (a folder or several,
/// looked in in this order; what is fetched goes into the last) and <c>recognizer</c> added.
/// </summary>
internal sealed class Preparation(Channel channel, IReadOnlyList<IPart> parts)
{
    /// <summary>The exit code: 0 if a build would work, 1 if it would not, 2 if the request is invalid.</summary>
    public int Run(ReadOnlyMemory<byte> text)
    {
        var clock = Stopwatch.StartNew();
        JsonDocument request;
        string model;
        try
        {
            request = JsonDocument.Parse(text);
            model = request.RootElement.Text("model") ?? VoiceCatalog.DefaultVoice;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            channel.SendError(new Fault(FaultCode.BadInput, $"The request cannot be read: {e.Message}"));
            return 2;
        }

        using (request)
        {
            var report = new Report(channel);
            report.Signal("Preparing voice backend: neural");
            report.Signal($"Model: {model}");
            foreach (var part in parts)
            {
                part.Prepare(request.RootElement, report);
            }

            if (!report.HasFailed)
            {
                report.Signal("Voice backend prepared (neural)");
            }

            report.Conclude(clock.Elapsed.TotalSeconds);
            return report.HasFailed ? 1 : 0;
        }
    }
}
