using System.Diagnostics;
using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Hearing;
using FlamingHorse.Narration.Speech.Protocol.Speaking;
using FlamingHorse.Narration.Transcripts;

namespace FlamingHorse.Narration.Speech.Protocol.Listening;

/// <summary>Listens to the takes of a batch and answers each exactly once.</summary>
internal sealed class TakeAnswerer(Channel channel, Listener listener, string language, TextWriter log)
{
    /// <summary>Never throws.</summary>
    public void Answer(JsonElement item, BatchProgress progress, CancellationToken cancellation) =>
        new ItemAnswer(channel, "take", FaultOf, log).Send(
            item,
            progress,
            () => Listen(ListenItem.Parse(item), cancellation),
            cancellation
        );

    /// <summary>Treats a file that cannot be read as bad input.</summary>
    private static Fault FaultOf(Exception error) =>
        error is IOException or UnauthorizedAccessException or FormatException
            ? new Fault(FaultCode.BadInput, error.Message)
            : Fault.Of(error);

    private Action Listen(ListenItem item, CancellationToken cancellation)
    {
        if (!listener.Ear.Languages.Contains(language))
        {
            throw new Fault(FaultCode.BadInput, $"{listener.Ear.Model} does not hear {language}.");
        }

        var clock = Stopwatch.StartNew();
        var heard = listener.ListenAsync(item.Audio, item.Text, language, cancellation).GetAwaiter().GetResult();
        return () => channel.Send("heard", json => WriteAnswer(json, item.Id, heard, clock.ElapsedMilliseconds));
    }

    private void WriteAnswer(Utf8JsonWriter json, long id, HeardTake heard, long milliseconds)
    {
        json.WriteNumber("id", id);
        json.WriteString("transcript", heard.Transcript);
        json.WriteStartArray("phones");
        foreach (var (difference, phonemes) in heard.Runs)
        {
            if (phonemes is not null)
            {
                json.WriteStartObject();
                WriteRange(json, "text", difference.Said);
                WriteRange(json, "heard", difference.Heard);
                json.WriteString("a", phonemes.Said);
                json.WriteString("b", phonemes.Heard);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteStartObject("recognizer");
        json.WriteString("name", "whisper");
        json.WriteStartArray("models");
        json.WriteStringValue(listener.Ear.Model);
        json.WriteEndArray();
        json.WriteStartArray("revisions");
        json.WriteStringValue(listener.Ear.Revision);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteNumber("elapsed_ms", milliseconds);
    }

    private static void WriteRange(Utf8JsonWriter json, string name, TokenRange tokens)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(tokens.Start);
        json.WriteNumberValue(tokens.End);
        json.WriteEndArray();
    }
}
