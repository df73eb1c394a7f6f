using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Hearing;
using FlamingHorse.Narration.Speech.Models;
using FlamingHorse.Narration.Speech.Protocol.Preparing;
using FlamingHorse.Narration.Speech.Protocol.Speaking;
using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Protocol.Listening;

/// <summary>Answers <c>listen</c> with transcripts. With another voice's worker, the program does only this.</summary>
/// <param name="channel">Sends messages to the host.</param>
/// <param name="support">What this machine supports.</param>
/// <param name="loadReader">Loads the reader of pronunciations from a voice's folder.</param>
/// <param name="hub">The models that can be fetched.</param>
/// <param name="log">The log that the host shows when something fails.</param>
internal sealed class ListeningPart(Channel channel, EarSupport support, Func<string, IReader> loadReader, ModelHub hub, TextWriter log)
    : IPart
{
    private readonly ClipQueue _clips = new();
    private Listener? _listener;

    public IReadOnlyList<string> Capabilities => support.Problem is null ? ["listen", "progress", "cancel", "batch"] : [];

    public IReadOnlyList<MissingCapability> Missing => support.Problem is { } problem ? [new("listen", EarSupport.Code, problem)] : [];

    public bool Takes(string kind) => kind == "listen";

    /// <summary>Without a <c>recognizer</c>, nothing is loaded.</summary>
    public Readiness Load(JsonElement init)
    {
        var none = new Readiness(new Dictionary<string, string>(StringComparer.Ordinal), _ => { });
        if (!init.TryGetProperty("recognizer", out var recognizer) || recognizer.ValueKind != JsonValueKind.Object)
        {
            return none;
        }

        support.Require();
        var folders = init.Texts("models");
        var reader = new Lazy<IReader>(() => loadReader(FindVoice(folders).Folder));
        _ = Task.Run(() => reader.Value); // in parallel with the model
        var ear = Ear.Load(recognizer.Text("model") ?? throw new Fault(FaultCode.BadInput, "The recognizer has no model."));
        _listener = new(ear, new TranscriptReader(() => reader.Value));
        return new(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["whisper_model"] = ear.Model, ["whisper_sha256"] = ear.Revision },
            json =>
            {
                json.WriteStartArray("hears");
                foreach (var language in ear.Languages)
                {
                    json.WriteStringValue(language);
                }

                json.WriteEndArray();
            }
        );
    }

    public void Accept(Order order)
    {
        var items = order.Body.List("items").ToList();
        if (_listener is not { } listener)
        {
            var deaf = new Fault(FaultCode.BadInput, support.Problem ?? "listen came, but init had no recognizer.");
            items.ForEach(item => channel.SendError(deaf, item.Integer("id", 0)));
            return;
        }

        var progress = new BatchProgress(channel, order.Body.Integer("batch", 0), items.Count);
        var language = order.Body.Text("language") ?? "english";
        var answerer = new TakeAnswerer(channel, listener, language.ToLowerInvariant(), log);
        foreach (var item in items)
        {
            _clips.Add(() => answerer.Answer(item, progress, order.Cancellation));
        }
    }

    public void Drain() => _clips.Drain();

    public void Prepare(JsonElement request, Report report) =>
        new ListeningCheck(support, new ModelLibrary(hub, request.Texts("models"))).Run(request, report);

    private static VoiceManifest FindVoice(IReadOnlyList<string> folders)
    {
        var catalog = new VoiceCatalog([.. folders, VoiceCatalog.Shipped]);
        return catalog.Find(VoiceCatalog.DefaultVoice) ?? throw catalog.Unknown(VoiceCatalog.DefaultVoice, FaultCode.NoModel);
    }
}
