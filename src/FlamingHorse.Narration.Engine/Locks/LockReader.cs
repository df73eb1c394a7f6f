using System.Buffers;
using System.Text.Json;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>Reads a lock file strictly: what it says decides which audio is used, so nothing in it is guessed.</summary>
internal static class LockReader
{
    private static readonly SearchValues<char> _hexDigits = SearchValues.Create("0123456789abcdef");

    /// <exception cref="NarrationException">FHN3003, FHN3004 or FHN3040, each at its line.</exception>
    public static NarrationLock Read(ReadOnlySpan<byte> utf8, string path)
    {
        if (utf8 is [0xEF, 0xBB, 0xBF, ..])
        {
            utf8 = utf8[3..];
        }

        var reader = new Utf8JsonReader(utf8);
        try
        {
            return ReadLock(ref reader, path);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            if (ConflictLine(utf8) is { } conflict)
            {
                throw new NarrationException(
                    StoreFindings.LockConflict.At(
                        new(path, conflict, 1),
                        $"{Path.GetFileName(path)} holds the conflict markers of a merge. Keep either side of each conflict and remove "
                            + $"the markers; the next build adds what is missing."
                    ),
                    error
                );
            }

            var (line, column) = error is JsonException { LineNumber: { } at } json
                ? ((int)at + 1, (int)(json.BytePositionInLine ?? 0) + 1)
                : TextFile.Position(utf8, reader.TokenStartIndex);
            var what = error is FormatException ? error.Message : "it is not valid JSON.";
            throw new NarrationException(
                StoreFindings.LockUnreadable.At(
                    new(path, line, column),
                    $"{Path.GetFileName(path)} cannot be read: {what} Restore the file from source control, or correct the line."
                ),
                error
            );
        }
    }

    private static NarrationLock ReadLock(ref Utf8JsonReader reader, string path)
    {
        var voices = new Dictionary<string, LockedVoice>(StringComparer.Ordinal);
        var segments = new Dictionary<string, LockedSegment>(StringComparer.Ordinal);
        var hasSchema = false;
        Expect(ref reader, JsonTokenType.StartObject);
        while (NextProperty(ref reader) is { } name)
        {
            if (name == LockWriter.Schema)
            {
                CheckSchema(Whole(ref reader), path);
                hasSchema = true;
            }
            else if (name == LockWriter.Voices)
            {
                StartObject(ref reader);
                while (NextProperty(ref reader) is { } voice)
                {
                    Add(voices, voice, ReadVoice(ref reader));
                }
            }
            else if (name == LockWriter.Segments)
            {
                StartObject(ref reader);
                while (NextProperty(ref reader) is { } id)
                {
                    Add(segments, id, ReadSegment(ref reader));
                }
            }
            else
            {
                throw new FormatException($"\"{name}\" is not a part of a lock file.");
            }
        }

        // Anything after the object is an error, which the reader finds.
        reader.Read();
        return hasSchema
            ? new() { Voices = voices, Segments = segments }
            : throw new FormatException($"\"{LockWriter.Schema}\" is missing.");
    }

    private static void CheckSchema(long schema, string path)
    {
        if (schema > NarrationLock.CurrentSchema)
        {
            throw new NarrationException(
                StoreFindings.LockNewer.At(
                    new(path, 1, 1),
                    $"{Path.GetFileName(path)} was written by a newer version of FlamingHorse.Narration (schema {schema}; this version "
                        + $"reads {NarrationLock.CurrentSchema}). Update the package."
                )
            );
        }

        if (schema < 1)
        {
            throw new FormatException($"{schema} is not a schema.");
        }
    }

    private static LockedVoice ReadVoice(ref Utf8JsonReader reader)
    {
        string? backend = null,
            engine = null,
            model = null,
            language = null,
            audio = null,
            text = null;
        var sampling = new Sampling();
        TimeSpan? start = null,
            end = null;
        double? loudness = null;
        var speed = 1d;
        var postProcessing = 0L;
        bool isModelFromMachine = false,
            isLanguageFromMachine = false;
        var machineVoices = MachineVoices.None;
        StartObject(ref reader);
        while (NextProperty(ref reader) is { } name)
        {
            switch (name)
            {
                case "backend":
                    backend = Text(ref reader);
                    break;
                case "engine":
                    engine = Text(ref reader);
                    break;
                case "model":
                    model = Text(ref reader);
                    break;
                case "language":
                    language = Text(ref reader);
                    break;
                case "temperature":
                    sampling = sampling with { Temperature = Number(ref reader) };
                    break;
                case "topK":
                    sampling = sampling with { TopK = (int)Whole(ref reader) };
                    break;
                case "topP":
                    sampling = sampling with { TopP = Number(ref reader) };
                    break;
                case "seed":
                    sampling = sampling with { Seed = Whole(ref reader) };
                    break;
                case "referenceAudio":
                    audio = Hash(ref reader);
                    break;
                case "referenceText":
                    text = Hash(ref reader);
                    break;
                case "startTicks":
                    start = TimeSpan.FromTicks(Whole(ref reader));
                    break;
                case "endTicks":
                    end = TimeSpan.FromTicks(Whole(ref reader));
                    break;
                case "speed":
                    speed = Number(ref reader);
                    break;
                case "postProcessing":
                    postProcessing = Whole(ref reader);
                    break;
                case "machineModel":
                    isModelFromMachine = Flag(ref reader);
                    break;
                case LockWriter.MachineVoices:
                    machineVoices = ReadMachineVoices(ref reader);
                    break;
                case "machineLanguage":
                    isLanguageFromMachine = Flag(ref reader);
                    break;
                case "loudness":
                    loudness = Number(ref reader);
                    break;
                default:
                    throw Unknown(name);
            }
        }

        return new()
        {
            Backend = backend ?? throw Missing("backend"),
            Engine = engine ?? "",
            Model = model ?? throw Missing("model"),
            Language = language ?? throw Missing("language"),
            Sampling = sampling,
            ReferenceAudioHash = audio,
            ReferenceTextHash = text,
            Cut = new(start, end),
            Speed = speed,
            PostProcessing = (int)postProcessing,
            Loudness = loudness,
            IsModelFromMachine = isModelFromMachine,
            IsLanguageFromMachine = isLanguageFromMachine,
            MachineVoices = machineVoices,
        };
    }

    private static MachineVoices ReadMachineVoices(ref Utf8JsonReader reader)
    {
        var voices = MachineVoices.None;
        StartObject(ref reader);
        while (NextProperty(ref reader) is { } language)
        {
            Expect(ref reader, JsonTokenType.StartArray);
            voices = voices.With(language, new(Text(ref reader), Text(ref reader)));
            Expect(ref reader, JsonTokenType.EndArray);
        }

        return voices;
    }

    private static LockedSegment ReadSegment(ref Utf8JsonReader reader)
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
            throw new FormatException("samples, rate, speechStart and speechEnd do not fit together.");
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
            var word = new WordTime(Number32(ref reader), Number32(ref reader), Number32(ref reader));
            Expect(ref reader, JsonTokenType.EndArray);
            var last = words.Count > 0 ? words[^1] : new WordTime(-1, 0, 0);
            if (word.Token <= last.Token || word.Start < last.Start || word.End < word.Start)
            {
                throw new FormatException("words must stand in the order in which they are said.");
            }

            words.Add(word);
        }

        return reader.TokenType == JsonTokenType.EndArray ? words : throw new FormatException("words is a list of lists.");
    }

    private static int Number32(ref Utf8JsonReader reader) =>
        Whole(ref reader) is <= int.MaxValue and var number ? (int)number : throw new FormatException("this number is too large.");

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

    private static string? NextProperty(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new FormatException("it ends too early.");
        }

        return reader.TokenType == JsonTokenType.EndObject ? null : reader.GetString();
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw new FormatException(
                type switch
                {
                    JsonTokenType.StartObject => "an object must stand here.",
                    JsonTokenType.String => "a text must stand here.",
                    JsonTokenType.StartArray => "a list must stand here.",
                    JsonTokenType.EndArray => "the list must end here.",
                    _ => "a number must stand here.",
                }
            );
        }
    }

    private static void StartObject(ref Utf8JsonReader reader) => Expect(ref reader, JsonTokenType.StartObject);

    private static string Text(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String);
        return reader.GetString()!;
    }

    private static double Number(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.Number);
        return reader.GetDouble();
    }

    private static long Whole(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.Number);
        return reader.TryGetInt64(out var value) && value >= 0 ? value : throw new FormatException("a whole number must stand here.");
    }

    private static bool Flag(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType is JsonTokenType.True or JsonTokenType.False
            ? reader.GetBoolean()
            : throw new FormatException("true or false must stand here.");

    private static string Hash(ref Utf8JsonReader reader)
    {
        var text = Text(ref reader);
        return text.Length == 64 && !text.AsSpan().ContainsAnyExcept(_hexDigits)
            ? text
            : throw new FormatException("a SHA-256 in lower-case hex must stand here.");
    }

    private static void Add<T>(Dictionary<string, T> all, string name, T value)
    {
        if (!all.TryAdd(name, value))
        {
            throw new FormatException($"\"{name}\" stands twice.");
        }
    }

    private static FormatException Unknown(string name) => new($"\"{name}\" is not a field of this version.");

    private static FormatException Missing(string name) => new($"\"{name}\" is missing.");

    // JSON has no line that begins like this, so a sound file is never searched.
    private static int? ConflictLine(ReadOnlySpan<byte> utf8)
    {
        var number = 0;
        foreach (var range in utf8.Split((byte)'\n'))
        {
            number++;
            var line = utf8[range];
            if (
                line.StartsWith("<<<<<<<"u8)
                || line.StartsWith(">>>>>>>"u8)
                || line.StartsWith("======="u8)
                || line.StartsWith("|||||||"u8)
            )
            {
                return number;
            }
        }

        return null;
    }
}
