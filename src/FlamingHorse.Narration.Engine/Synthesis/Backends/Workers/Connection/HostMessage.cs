using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

/// <summary>What the host says, one line each.</summary>
internal static class HostMessage
{
    public const int Protocol = 1;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a pipe is not a web page
    };

    public static byte[] Init(string model, IEnumerable<Voice> voices, SynthesisOptions options) =>
        Line(
            new
            {
                T = "init",
                Proto = Protocol,
                // The worker runs in a folder of its own.
                Model = voices.Select(voice => voice.ModelFolder).FirstOrDefault(folder => folder is not null) ?? model,
                options.AllowDownload,
                MemoryLimitGib = options.MemoryLimit,
                Models = options.ModelFolders.Count > 0 ? options.ModelFolders : null,
                Recognizer = options.Ears?.Setup is { } ears ? new { ears.Model, ears.Aligner } : null,
                Voices = voices.Select(Describe),
            }
        );

    /// <param name="batch">What to say.</param>
    /// <param name="timesWords">The worker reports when each word is said; such a worker gets model and pace, and no length cap.</param>
    public static byte[] Synth(Batch batch, bool timesWords) =>
        Line(
            new
            {
                T = "synth",
                Batch = batch.Number,
                Voice = batch.Group.Voice,
                Language = batch.Group.Language.ToLowerInvariant(),
                batch.Seed,
                Model = timesWords ? batch.Voice.Model : null,
                Speed = timesWords ? batch.Voice.Speed : (double?)null,
                Sampling = new
                {
                    batch.Group.Sampling.Temperature,
                    batch.Group.Sampling.TopK,
                    batch.Group.Sampling.TopP,
                },
                Items = batch.Items.Select(item => new
                {
                    item.Id,
                    item.Job.Spoken.Text,
                    MaxFrames = timesWords ? (int?)null : item.MostFrames,
                    Out = item.Path,
                    Say = item.Job.Spoken is { Say.Count: 0, Letters.Count: 0 }
                        ? null
                        : item.Job.Spoken.Pronunciations.Select(word => new
                        {
                            I = word.Token,
                            N = word.Count,
                            Phones = word.Phonemes,
                        }),
                }),
            }
        );

    /// <summary>For a worker that only listens. Voices without a reference are of no use to it and are left out.</summary>
    public static byte[] InitListener(ProtocolSetup setup) =>
        Line(
            new
            {
                T = "init",
                Proto = Protocol,
                AllowDownload = false,
                MemoryLimitGib = setup.MemoryLimit,
                Models = setup.ModelFolders.Count > 0 ? setup.ModelFolders : null,
                Recognizer = new { setup.Model, setup.Aligner },
                Voices = setup.Voices.Where(voice => voice.ReferenceAudio is not null).Select(Describe).ToList() is { Count: > 0 } compared
                    ? compared
                    : null,
            }
        );

    /// <param name="batch">Its number.</param>
    /// <param name="language">Full name.</param>
    /// <param name="voice">Of all its items.</param>
    /// <param name="items">What to listen to, and what it is to say.</param>
    public static byte[] Listen(long batch, string language, string voice, IEnumerable<(long Id, string Audio, string Text)> items) =>
        Line(
            new
            {
                T = "listen",
                Batch = batch,
                Language = language.ToLowerInvariant(),
                Voice = voice,
                Items = items.Select(item => new
                {
                    item.Id,
                    item.Audio,
                    item.Text,
                }),
            }
        );

    public static byte[] Cancel() => Line(new { T = "cancel" });

    public static byte[] Shutdown() => Line(new { T = "shutdown" });

    private static object Describe(Voice voice) =>
        new
        {
            voice.Name,
            RefAudio = voice.ReferenceAudio,
            RefText = voice.ReferenceText,
            Start = voice.Cut.Start?.TotalSeconds,
            End = voice.Cut.End?.TotalSeconds,
            voice.AllowLongReference,
        };

    private static byte[] Line<T>(T message) => [.. JsonSerializer.SerializeToUtf8Bytes(message, Json), (byte)'\n'];
}
