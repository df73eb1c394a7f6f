using System.Diagnostics;
using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Models;
using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Protocol.Speaking;

/// <summary>Makes the clips of a batch and answers each exactly once.</summary>
/// <param name="channel">Sends messages to the host.</param>
/// <param name="shelf">Of voices.</param>
/// <param name="voice">The voice for orders that name none.</param>
/// <param name="order">What the clips have in common.</param>
/// <param name="log">The log that the host shows when something fails.</param>
internal sealed class ClipMaker(Channel channel, VoiceShelf shelf, string voice, SynthOrder order, TextWriter log)
{
    private const double Gibibyte = 1L << 30;

    /// <summary>Never throws.</summary>
    public void Answer(JsonElement item, BatchProgress progress, CancellationToken cancellation) =>
        new ItemAnswer(channel, "item", Fault.Of, log).Send(
            item,
            progress,
            () => Make(SynthItem.Parse(item), progress, cancellation),
            cancellation
        );

    private Action Make(SynthItem item, BatchProgress progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var (manifest, speaker) = shelf.Take(order.Model ?? voice, FaultCode.BadInput);
        if (order.Language is { } language && !language.Equals(manifest.Language, StringComparison.OrdinalIgnoreCase))
        {
            throw new Fault(
                FaultCode.BadInput,
                $"The voice '{manifest.Name}' speaks {manifest.Language}, not {language}.",
                "Use a cloned voice (NarrationBackend=mlx) for this language."
            );
        }

        var length = 0;
        using var clip = speaker.Speak(
            new(item.Text, item.Say, order.Speed, order.Seed),
            samples =>
            {
                progress.Add((double)(samples - length) / speaker.SampleRate);
                length = samples;
            },
            cancellation
        );
        WavFile.Write(item.Path, clip.File);
        var hash = FileHash.Of(clip.File);
        return () => channel.Send("done", json => WriteAnswer(json, item.Id, clip, hash, clock.ElapsedMilliseconds));
    }

    private static void WriteAnswer(Utf8JsonWriter json, long id, Clip clip, string hash, long milliseconds)
    {
        json.WriteNumber("id", id);
        json.WriteNumber("frames", (long)Math.Ceiling(clip.Length * SpeakingPart.FramesPerSecond / clip.SampleRate));
        json.WriteNumber("samples", clip.Length);
        json.WriteNumber("sample_rate", clip.SampleRate);
        json.WriteString("sha256", hash);
        json.WriteString("finish", "eos");
        json.WriteNumber("elapsed_ms", milliseconds);
        json.WriteNumber("peak_gib", Math.Round(PeakBytes() / Gibibyte, 3));
        json.WriteStartArray("words");
        foreach (var word in clip.Words)
        {
            json.WriteStartObject();
            json.WriteNumber("i", word.Word);
            json.WriteNumber("start", Math.Round(word.Start, 6));
            json.WriteNumber("end", Math.Round(word.End, 6));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("speech");
        json.WriteNumberValue(clip.SpeechStart);
        json.WriteNumberValue(clip.SpeechEnd);
        json.WriteEndArray();
        json.WriteStartArray("unread");
        foreach (var token in clip.Unread)
        {
            json.WriteStartObject();
            json.WriteNumber("i", token.Word);
            json.WriteString("text", token.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The whole program's peak so far.</summary>
    internal static long PeakBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
