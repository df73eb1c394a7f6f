using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Models;
using FlamingHorse.Narration.Speech.Processes;
using FlamingHorse.Narration.Speech.Protocol.Preparing;
using Microsoft.ML.OnnxRuntime;

namespace FlamingHorse.Narration.Speech.Protocol.Speaking;

/// <summary>Answers <c>synth</c> with clips and <c>read</c> with phonemes.</summary>
/// <param name="channel">Sends messages to the host.</param>
/// <param name="platform">Refuses machines that the engine does not run on.</param>
/// <param name="loader">Of voices.</param>
/// <param name="hub">Voices that can be fetched.</param>
/// <param name="log">The log that the host shows when something fails.</param>
internal sealed class SpeakingPart(Channel channel, Platform platform, VoiceLoader loader, ModelHub hub, TextWriter log) : IPart
{
    /// <summary>The protocol counts in frames of 80 ms.</summary>
    public const double FramesPerSecond = 12.5;

    private readonly ClipQueue _clips = new();
    private VoiceShelf? _shelf;
    private string _voice = VoiceCatalog.DefaultVoice;

    public IReadOnlyList<string> Capabilities { get; } = ["batch", "seed", "progress", "cancel", "words", "read"];

    public IReadOnlyList<MissingCapability> Missing => [];

    public bool Takes(string kind) => kind is "synth" or "read";

    /// <summary>
    /// With a <c>recognizer</c> but without a <c>model</c>, the program only listens, and nothing is loaded before it is needed.
    /// </summary>
    public Readiness Load(JsonElement init)
    {
        platform.Require();
        _voice = init.Text("model") is { Length: > 0 } model ? model : VoiceCatalog.DefaultVoice;
        _shelf = ShelfOf(init);
        if (init.Text("model") is null && init.TryGetProperty("recognizer", out _))
        {
            return new(new Dictionary<string, string>(StringComparer.Ordinal), _ => { });
        }

        var (manifest, speaker) = _shelf.Take(_voice, FaultCode.NoModel);
        return new(EngineOf(manifest), json =>
        {
            json.WriteNumber("sample_rate", speaker.SampleRate);
            json.WriteNumber("max_batch", Math.Max(8, 4 * ClipQueue.Width)); // enough that no core waits for the longest clip
            json.WriteStartArray("speaks");
            json.WriteStringValue(manifest.Language);
            json.WriteEndArray();
        });
    }

    public void Accept(Order order)
    {
        if (order.Kind == "read")
        {
            _clips.Add(() => Read(order));
        }
        else
        {
            Synthesize(order);
        }
    }

    public void Drain() => _clips.Drain();

    public void Prepare(JsonElement request, Report report) =>
        new SpeakingCheck(platform, ShelfOf(request), new(hub, request.Texts("models"))).Run(request, report);

    /// <summary>The engine's identity for every clip's record.</summary>
    public static IReadOnlyDictionary<string, string> EngineOf(VoiceManifest manifest) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["onnxruntime"] = OrtEnv.Instance().GetVersionString(),
            ["device"] = "cpu",
            ["model"] = manifest.Name,
            ["model_sha256"] = manifest.ModelHash,
        };

    private VoiceShelf ShelfOf(JsonElement request) => new(new([.. request.Texts("models"), VoiceCatalog.Shipped]), loader);

    private void Synthesize(Order order)
    {
        var items = order.Body.List("items").ToList();
        SynthOrder common;
        ClipMaker maker;
        try
        {
            common = SynthOrder.Parse(order.Body);
            maker = new(channel, _shelf ?? throw new Fault(FaultCode.BadInput, "synth came before init."), _voice, common, log);
        }
        catch (Exception e) when (e is Fault or InvalidOperationException or FormatException)
        {
            var fault = e as Fault ?? new Fault(FaultCode.BadInput, $"The order cannot be read: {e.Message}");
            items.ForEach(item => channel.SendError(fault, item.Integer("id", 0)));
            return;
        }

        var progress = new BatchProgress(channel, common.Batch, items.Count);
        foreach (var item in items)
        {
            _clips.Add(() => maker.Answer(item, progress, order.Cancellation));
        }
    }

    private void Read(Order order)
    {
        long? id = null;
        try
        {
            id = order.Body.Integer("id", 0);
            var shelf = _shelf ?? throw new Fault(FaultCode.BadInput, "read came before init.");
            var reader = shelf.Take(_voice, FaultCode.NoModel).Speaker.Reader;
            List<string> phonemes =
            [
                .. order.Body.Texts("texts").Select(text => string.Join(' ', reader.Read(text, []).Pieces.Select(piece => piece.Phonemes))),
            ];
            channel.Send("phones", json =>
            {
                json.WriteNumber("id", id.Value);
                json.WriteStartArray("phones");
                phonemes.ForEach(json.WriteStringValue);
                json.WriteEndArray();
            });
        }
        catch (Exception e)
        {
            log.WriteLine($"speech: {e}");
            channel.SendError(e is InvalidOperationException or FormatException ? new(FaultCode.BadInput, e.Message) : Fault.Of(e), id);
        }
    }
}
