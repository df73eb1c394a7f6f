using System.Text.Json.Serialization;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

/// <content>What a worker says while it speaks a batch.</content>
internal abstract partial record WorkerMessage
{
    public sealed record Started(long Batch) : WorkerMessage;

    /// <param name="Batch">Which batch.</param>
    /// <param name="Frames">Steps of 80 ms that the batch has made.</param>
    public sealed record Progress(long Batch, double Frames) : WorkerMessage
    {
        private protected override IEnumerable<double?> Fractions => [Frames];
    }

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

        private protected override IEnumerable<double?> Fractions => [ElapsedMs, PeakGib, .. TimesOf(Words)];

        /// <summary>Of sound, as announced; 0 for numbers that mean nothing.</summary>
        [JsonIgnore]
        public double Seconds => SampleRate > 0 && Samples is > 0 and < int.MaxValue ? (double)Samples / SampleRate : 0;
    }

    private static IEnumerable<double?> TimesOf(IEnumerable<SpokenWord>? words) =>
        (words ?? []).SelectMany(word => (double?[])[word.Start, word.End]);

    /// <param name="I">Index of the white-space token of the text.</param>
    /// <param name="Start">Seconds.</param>
    /// <param name="End">Seconds.</param>
    public sealed record SpokenWord(int I, double Start, double End);

    /// <param name="I">Index of the white-space token of the text.</param>
    /// <param name="Text">What of it was left out.</param>
    public sealed record UnreadToken(int I, string Text = "");
}
