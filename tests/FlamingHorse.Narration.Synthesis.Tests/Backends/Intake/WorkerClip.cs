using System.Security.Cryptography;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Intake;

/// <summary>A worker's file in a folder of its own, the second of its batch, and what an honest worker says of it.</summary>
internal sealed class WorkerClip : IDisposable
{
    public const string Text = "One two three.";
    public const int MostFrames = 100;

    private readonly TemporaryFolder _folder = new();

    /// <param name="file">What the worker wrote; null for two seconds of sound that pass every gate.</param>
    /// <param name="id">Of the segment.</param>
    public WorkerClip(byte[]? file = null, string id = "s001")
    {
        file ??= WavFile.Write(Signals.Tone(2).Then(Signals.Silence(0.1)));
        Item = new BatchItem(2, JobOf(id), Position: 1, MostFrames, _folder["2.wav"]);
        Batch = new Batch(1, [new BatchItem(1, JobOf("other"), Position: 0, MostFrames, _folder["1.wav"]), Item]);
        Done = new WorkerMessage.Done
        {
            Id = Item.Id,
            Frames = 27,
            Samples = (file.Length - WavFile.HeaderLength) / 2,
            SampleRate = 24_000,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)),
            Finish = "eos",
        };
        File.WriteAllBytes(Item.Path, file);
    }

    public BatchItem Item { get; }

    public Batch Batch { get; }

    public WorkerMessage.Done Done { get; }

    /// <summary>A time for each word of the text.</summary>
    public static IReadOnlyList<WorkerMessage.SpokenWord> Words => [new(0, 0.1, 0.5), new(1, 0.5, 1), new(2, 1, 1.8)];

    /// <summary>The path of something beside the worker's file.</summary>
    public string Beside(string name) => _folder[name];

    public void Dispose() => _folder.Dispose();

    private static Job JobOf(string id)
    {
        var request = Requests.For(id, Text, Requests.Voice("worker", model: "model-a"), seconds: 2);
        return new Job(request, request);
    }
}
