using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

/// <summary>What a worker says. Unknown fields are tolerated, and so are unknown kinds, which read as null.</summary>
internal abstract record WorkerMessage
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
    };

    /// <summary>What its lists hold; the serializer looks at lists, and not into them.</summary>
    private protected virtual IEnumerable<object?> Items => [];

    /// <summary>Reads one line.</summary>
    /// <exception cref="ProtocolException">Not a JSON object with a <c>t</c>, or a field of the wrong type.</exception>
    public static WorkerMessage? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            WorkerMessage? message = JsonSerializer.Deserialize<Kind>(line, Json)?.T switch
            {
                "hello" => JsonSerializer.Deserialize<Hello>(line, Json),
                "ready" => JsonSerializer.Deserialize<Ready>(line, Json),
                "started" => JsonSerializer.Deserialize<Started>(line, Json),
                "progress" => JsonSerializer.Deserialize<Progress>(line, Json),
                "done" => JsonSerializer.Deserialize<Done>(line, Json),
                "error" => JsonSerializer.Deserialize<Error>(line, Json),
                "heard" => JsonSerializer.Deserialize<Heard>(line, Json),
                null => throw new ProtocolException("a message without 't'"),
                _ => null,
            };
            return message?.Items.Contains(null) == true ? throw new ProtocolException("a list holds null") : message;
        }
        catch (JsonException e)
        {
            throw new ProtocolException(e.Message);
        }
    }

    public sealed record Hello(int Proto, string Worker = "", string Version = "") : WorkerMessage
    {
        public IReadOnlyList<string> Caps { get; init; } = [];

        /// <summary>What it could do on another machine.</summary>
        public IReadOnlyList<MissingCap> Missing { get; init; } = [];

        private protected override IEnumerable<object?> Items => [.. Caps, .. Missing];
    }

    /// <param name="Cap">As in <c>caps</c>.</param>
    /// <param name="Code">A finding's code.</param>
    /// <param name="Message">What is missing, and how to get it.</param>
    public sealed record MissingCap(string Cap = "", string Code = "", string Message = "");

    public sealed record Ready : WorkerMessage
    {
        /// <summary>Versions and device; values may be of any JSON type.</summary>
        public IReadOnlyDictionary<string, JsonElement> Engine { get; init; } = new Dictionary<string, JsonElement>();

        public int SampleRate { get; init; }

        public double LoadMs { get; init; }

        public int MaxBatch { get; init; } = 1;

        /// <summary>Not every worker tells; the batch shrinks with a long reference.</summary>
        public IReadOnlyList<VoiceLimit> Voices { get; init; } = [];

        public IReadOnlyList<Warning> Warnings { get; init; } = [];

        /// <summary>Full names of the languages that it can listen to; none: it does not say.</summary>
        public IReadOnlyList<string> Hears { get; init; } = [];

        /// <summary>What was asked for in <c>init</c> and cannot be had, while the voice speaks.</summary>
        public IReadOnlyList<MissingCap> Missing { get; init; } = [];

        /// <summary>By the voice's name, how like each other the halves of its reference sound.</summary>
        public IReadOnlyDictionary<string, VoiceLikeness> Likeness { get; init; } = new Dictionary<string, VoiceLikeness>();

        private protected override IEnumerable<object?> Items => [.. Voices, .. Warnings, .. Hears, .. Missing, .. Likeness.Values];

        /// <summary>Versions and device as text, with the worker's own among them.</summary>
        public IReadOnlyDictionary<string, string> Versions(Hello hello)
        {
            var versions = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, value) in Engine)
            {
                versions[name] = TextOf(value);
            }

            if (hello.Worker.Length > 0)
            {
                versions["worker"] = $"{hello.Worker} {hello.Version}".Trim();
            }

            return versions;
        }

        private static string TextOf(JsonElement value)
        {
            try
            {
                return value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
            }
            catch (InvalidOperationException)
            {
                return value.GetRawText(); // an escape that is half of a pair is no text
            }
        }
    }

    /// <param name="Own">Cosine; null of a reference that is too short to tell.</param>
    public sealed record VoiceLikeness(double? Own);

    public sealed record VoiceLimit(string Name = "", int MaxBatch = 1);

    /// <summary>Something that the user should know before the first clip.</summary>
    public sealed record Warning(string Finding = "", string Message = "");

    public sealed record Started(long Batch) : WorkerMessage;

    /// <param name="Batch">Which batch.</param>
    /// <param name="Frames">Steps of 80 ms that the batch has made.</param>
    public sealed record Progress(long Batch, double Frames) : WorkerMessage;

    public sealed record Done : WorkerMessage
    {
        [JsonRequired]
        public long Id { get; init; }

        public long Frames { get; init; }

        [JsonRequired]
        public long Samples { get; init; }

        [JsonRequired]
        public int SampleRate { get; init; }

        [JsonRequired]
        public string Sha256 { get; init; } = "";

        /// <summary><c>eos</c>, or <c>length</c> for one that ran into its cap.</summary>
        [JsonRequired]
        public string Finish { get; init; } = "";

        public double ElapsedMs { get; init; }

        public double? PeakGib { get; init; }

        /// <summary>When each word is said, in seconds of the file; null of a worker that does not know.</summary>
        public IReadOnlyList<SpokenWord>? Words { get; init; }

        /// <summary>First sample that may sound, and one past the last; null where the level is to decide.</summary>
        public IReadOnlyList<long>? Speech { get; init; }

        /// <summary>Parts of the text that have no reading.</summary>
        public IReadOnlyList<UnreadToken> Unread { get; init; } = [];

        private protected override IEnumerable<object?> Items => [.. Words ?? [], .. Unread];

        /// <summary>Of sound, as announced; 0 for numbers that mean nothing.</summary>
        [JsonIgnore]
        public double Seconds => SampleRate > 0 && Samples is > 0 and < int.MaxValue ? (double)Samples / SampleRate : 0;
    }

    /// <param name="I">Index of the white-space token of the text.</param>
    /// <param name="Start">Seconds.</param>
    /// <param name="End">Seconds.</param>
    public sealed record SpokenWord(int I, double Start, double End);

    /// <param name="I">Index of the white-space token of the text.</param>
    /// <param name="Text">What of it was left out.</param>
    public sealed record UnreadToken(int I, string Text = "");

    /// <summary>What was heard in a take.</summary>
    public sealed record Heard : WorkerMessage
    {
        [JsonRequired]
        public long Id { get; init; }

        /// <summary>Null of one that only aligns; empty where nothing was heard.</summary>
        public string? Transcript { get; init; }

        /// <summary>When each word is said, in seconds of the file.</summary>
        public IReadOnlyList<SpokenWord>? Words { get; init; }

        /// <summary>Cosine to the voice's reference.</summary>
        public double? Similarity { get; init; }

        /// <summary>How the runs in which text and transcript differ are pronounced.</summary>
        public IReadOnlyList<HeardPhones> Phones { get; init; } = [];

        public HeardBy Recognizer { get; init; } = new();

        private protected override IEnumerable<object?> Items =>
            [
                .. Words ?? [],
                .. Phones.SelectMany(phones => (object?[])[phones?.Text, phones?.Heard, phones?.A, phones?.B]),
                .. Recognizer.Models,
                .. Recognizer.Revisions,
            ];
    }

    /// <param name="Text">First token of the text, and one past the last.</param>
    /// <param name="Heard">The same of the transcript.</param>
    /// <param name="A">The text's phonemes.</param>
    /// <param name="B">The transcript's.</param>
    public sealed record HeardPhones(IReadOnlyList<int> Text, IReadOnlyList<int> Heard, string A, string B);

    /// <summary>Who listened.</summary>
    public sealed record HeardBy
    {
        public string Name { get; init; } = "";

        public IReadOnlyList<string> Models { get; init; } = [];

        public IReadOnlyList<string> Revisions { get; init; } = [];
    }

    /// <summary>About one item, or (without an id) about the worker as a whole.</summary>
    public sealed record Error : WorkerMessage
    {
        public long? Id { get; init; }

        public string Code { get; init; } = "internal";

        public bool Retryable { get; init; }

        public string Message { get; init; } = "";

        public string Cure { get; init; } = "";

        /// <summary>The diagnostic's code, where the worker knows it better than its own code tells.</summary>
        public string Finding { get; init; } = "";
    }

    private sealed record Kind(string? T);
}
