using System.Text.Json;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

/// <content>What a worker says before it is given anything to do: who it is, what it can do, and that it is ready.</content>
internal abstract partial record WorkerMessage
{
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

        private protected override IEnumerable<double?> Fractions => [LoadMs, .. Likeness.Values.Select(voice => voice.Own)];

        /// <summary>How many items a batch of this voice may have.</summary>
        /// <param name="voice">Its name.</param>
        /// <param name="most">How many there may be at most.</param>
        public int LimitOf(string voice, int most)
        {
            var ofVoice = Voices.FirstOrDefault(limit => limit.Name == voice)?.MaxBatch ?? int.MaxValue;
            return Math.Max(1, Math.Min(most, Math.Min(MaxBatch, ofVoice)));
        }

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
}
