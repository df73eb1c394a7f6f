using System.Text.Json;
using FlamingHorse.Narration.Engine.Model;
using static FlamingHorse.Narration.Engine.Locks.LockValues;

namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>Reads a segment of a lock file: its take.</summary>
internal static class LockedSegmentReader
{
    public static LockedSegment Read(ref Utf8JsonReader reader)
    {
        string? key = null,
            audio = null,
            voice = null,
            model = null;
        long samples = 0,
            rate = 0,
            start = -1,
            end = -1;
        long? seed = null;
        IReadOnlyList<WordTime>? words = null;
        LockedCheck? check = null;
        StartObject(ref reader);
        while (NextProperty(ref reader) is { } name)
        {
            switch (name)
            {
                case "key":
                    key = Hash(ref reader);
                    break;
                case "audio":
                    audio = Hash(ref reader);
                    break;
                case "samples":
                    samples = Whole(ref reader);
                    break;
                case "rate":
                    rate = Whole(ref reader);
                    break;
                case "speechStart":
                    start = Whole(ref reader);
                    break;
                case "speechEnd":
                    end = Whole(ref reader);
                    break;
                case "voice":
                    voice = Text(ref reader);
                    break;
                case "model":
                    model = Text(ref reader);
                    break;
                case "seed":
                    seed = Whole(ref reader);
                    break;
                case "words":
                    words = ReadWords(ref reader);
                    break;
                case "check":
                    check = ReadCheck(ref reader);
                    break;
                default:
                    throw Unknown(name);
            }
        }

        if (samples < 1 || rate is < 1 or > 1_000_000 || start < 0 || end < start || end > samples)
        {
            throw new FormatException("samples, rate, speechStart and speechEnd contradict each other.");
        }

        return new()
        {
            Key = new ActionKey(key ?? throw Missing("key")),
            AudioHash = audio ?? throw Missing("audio"),
            SampleCount = samples,
            SampleRate = (int)rate,
            SpeechStart = start,
            SpeechEnd = end,
            Voice = voice ?? throw Missing("voice"),
            Model = model ?? throw Missing("model"),
            Seed = seed,
            Words = words,
            Check = check,
        };
    }

    private static List<WordTime> ReadWords(ref Utf8JsonReader reader)
    {
        var words = new List<WordTime>();
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            var word = new WordTime(Whole32(ref reader), Whole32(ref reader), Whole32(ref reader));
            Expect(ref reader, JsonTokenType.EndArray);
            var last = words.Count > 0 ? words[^1] : new WordTime(-1, 0, 0);
            if (word.Token <= last.Token || word.Start < last.Start || word.End < word.Start)
            {
                throw new FormatException("words must be in the order in which they are spoken.");
            }

            words.Add(word);
        }

        return reader.TokenType == JsonTokenType.EndArray ? words : throw new FormatException("words must be a list of lists.");
    }

    private static LockedCheck ReadCheck(ref Utf8JsonReader reader)
    {
        string? verdict = null,
            by = null;
        StartObject(ref reader);
        while (NextProperty(ref reader) is { } name)
        {
            switch (name)
            {
                case "verdict":
                    verdict = Text(ref reader);
                    break;
                case "by":
                    by = Text(ref reader);
                    break;
                default:
                    throw Unknown(name);
            }
        }

        return new(verdict ?? throw Missing("verdict"), by ?? throw Missing("by"));
    }
}
