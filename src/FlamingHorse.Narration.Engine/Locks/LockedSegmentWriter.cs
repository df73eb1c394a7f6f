using System.Text.Json;
using FlamingHorse.Narration.Engine.Model;
using static FlamingHorse.Narration.Engine.Locks.LockFields;

namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>Writes a segment of a lock file.</summary>
internal static class LockedSegmentWriter
{
    public static void Write(Utf8JsonWriter json, LockedSegment segment)
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
}
