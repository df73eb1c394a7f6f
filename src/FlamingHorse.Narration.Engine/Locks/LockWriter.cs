using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>Writes a lock for people and for merges: one line a voice, one line a segment, in ordinal order, LF.</summary>
internal static class LockWriter
{
    public const string Schema = "schema";
    public const string Voices = "voices";
    public const string Segments = "segments";
    public const string MachineVoices = "machineVoices";

    // Ids in other scripts stay readable in a diff; the file is never put into HTML.
    private static readonly JsonWriterOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static ReadOnlyMemory<byte> Write(NarrationLock content)
    {
        var output = new ArrayBufferWriter<byte>(1024 + (content.Segments.Count * 320));
        output.Write(content.Schema == 1 ? "{\n  \"schema\": 1,\n  \"voices\": {"u8 : "{\n  \"schema\": 2,\n  \"voices\": {"u8);
        WriteLines(output, content.Voices, WriteVoice);
        output.Write("},\n  \"segments\": {"u8);
        WriteLines(output, content.Segments, WriteSegment);
        output.Write("}\n}\n"u8);
        return output.WrittenMemory;
    }

    /// <summary>How a line of this name begins.</summary>
    public static string NameOf(string name) => $"\"{JsonEncodedText.Encode(name, _options.Encoder)}\":";

    private static void WriteLines<T>(
        ArrayBufferWriter<byte> output,
        IReadOnlyDictionary<string, T> entries,
        Action<Utf8JsonWriter, T> write
    )
    {
        if (entries.Count == 0)
        {
            return;
        }

        using var json = new Utf8JsonWriter(output, _options);
        var separator = "\n    "u8;
        foreach (var (name, entry) in entries.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            output.Write(separator);
            json.WriteStringValue(name);
            json.Flush();
            json.Reset();
            output.Write(": "u8);
            json.WriteStartObject();
            write(json, entry);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            separator = ",\n    "u8;
        }

        output.Write("\n  "u8);
    }

    private static void WriteVoice(Utf8JsonWriter json, LockedVoice voice)
    {
        json.WriteString("backend", voice.Backend);
        if (voice.Engine.Length > 0)
        {
            json.WriteString("engine", voice.Engine);
        }

        json.WriteString("model", voice.Model);
        json.WriteString("language", voice.Language);
        json.WriteNumber("temperature", voice.Sampling.Temperature);
        json.WriteNumber("topK", voice.Sampling.TopK);
        json.WriteNumber("topP", voice.Sampling.TopP);
        WriteWhole(json, "seed", voice.Sampling.Seed);
        WriteText(json, "referenceAudio", voice.ReferenceAudioHash);
        WriteText(json, "referenceText", voice.ReferenceTextHash);
        WriteWhole(json, "startTicks", voice.Cut.Start?.Ticks);
        WriteWhole(json, "endTicks", voice.Cut.End?.Ticks);
        if (!voice.Speed.Equals(1d))
        {
            json.WriteNumber("speed", voice.Speed);
        }

        json.WriteNumber("postProcessing", voice.PostProcessing);
        if (voice.Loudness is { } loudness)
        {
            json.WriteNumber("loudness", loudness);
        }

        WriteFlag(json, "machineModel", voice.IsModelFromMachine);
        WriteFlag(json, "machineLanguage", voice.IsLanguageFromMachine);
        WriteMachineVoices(json, voice.MachineVoices);
    }

    private static void WriteMachineVoices(Utf8JsonWriter json, Model.MachineVoices voices)
    {
        if (voices.ByLanguage.Count == 0)
        {
            return;
        }

        json.WriteStartObject(MachineVoices);
        foreach (var (language, voice) in voices.ByLanguage)
        {
            json.WriteStartArray(language);
            json.WriteStringValue(voice.Engine);
            json.WriteStringValue(voice.Model);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteSegment(Utf8JsonWriter json, LockedSegment segment)
    {
        json.WriteString("key", segment.Key.Hex);
        json.WriteString("audio", segment.AudioHash);
        json.WriteNumber("samples", segment.SampleCount);
        json.WriteNumber("rate", segment.SampleRate);
        json.WriteNumber("speechStart", segment.SpeechStart);
        json.WriteNumber("speechEnd", segment.SpeechEnd);
        json.WriteString("voice", segment.Voice);
        json.WriteString("model", segment.Model);
        WriteWhole(json, "seed", segment.Seed);
        WriteWords(json, segment.Words);
        if (segment.Check is { } check)
        {
            json.WriteStartObject("check");
            json.WriteString("verdict", check.Verdict);
            json.WriteString("by", check.By);
            json.WriteEndObject();
        }
    }

    private static void WriteWords(Utf8JsonWriter json, IReadOnlyList<WordTime>? words)
    {
        if (words is null)
        {
            return;
        }

        json.WriteStartArray("words");
        foreach (var word in words)
        {
            json.WriteStartArray();
            json.WriteNumberValue(word.Token);
            json.WriteNumberValue(word.Start);
            json.WriteNumberValue(word.End);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, value);
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteWhole(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
