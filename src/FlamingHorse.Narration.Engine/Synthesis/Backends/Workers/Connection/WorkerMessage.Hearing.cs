using System.Text.Json.Serialization;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

/// <content>What a worker says that listens to takes.</content>
internal abstract partial record WorkerMessage
{
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

        private protected override IEnumerable<double?> Fractions => [Similarity, .. TimesOf(Words)];
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
}
