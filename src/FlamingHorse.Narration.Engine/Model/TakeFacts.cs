using System.Text.Json.Serialization;

namespace FlamingHorse.Narration.Engine.Model;

/// <summary>
/// What every machine must know of a take: which audio it is, how long, where its speech lies, and what spoke it. Its record in the store
/// and its line in the lock hold these and add their own; from one to the other they pass as a whole. The order numbers are those of
/// <c>meta.json</c>.
/// </summary>
public abstract record TakeFacts
{
    /// <summary>SHA-256 of the finished WAV, lower-case hex.</summary>
    [JsonPropertyOrder(-9)]
    public required string AudioHash { get; init; }

    [JsonPropertyOrder(-7)]
    public required long SampleCount { get; init; }

    /// <summary>Hz.</summary>
    [JsonPropertyOrder(-6)]
    public required int SampleRate { get; init; }

    /// <summary>First sample of speech.</summary>
    [JsonPropertyOrder(-5)]
    public required long SpeechStart { get; init; }

    /// <summary>One past the last sample of speech.</summary>
    [JsonPropertyOrder(-4)]
    public required long SpeechEnd { get; init; }

    /// <summary>The model that spoke, which differs from the voice's where another had to take over.</summary>
    [JsonPropertyOrder(-1)]
    public required string Model { get; init; }

    /// <summary>When each word is said, in order; null if it was not measured.</summary>
    public IReadOnlyList<WordTime>? Words { get; init; }

    /// <summary>The whole clip.</summary>
    [JsonIgnore]
    public TimeSpan Duration => TimeSpan.FromTicks((long)Math.Round(SampleCount * (double)TimeSpan.TicksPerSecond / SampleRate));

    /// <summary>Whether all facts are the same, the times of the words included.</summary>
    public virtual bool Equals(TakeFacts? other) =>
        other is not null
        && EqualityContract == other.EqualityContract
        && (AudioHash, SampleCount, SampleRate, SpeechStart, SpeechEnd, Model)
            == (other.AudioHash, other.SampleCount, other.SampleRate, other.SpeechStart, other.SpeechEnd, other.Model)
        && (Words is null ? other.Words is null : other.Words is not null && Words.SequenceEqual(other.Words));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(AudioHash, SampleCount, SampleRate, SpeechStart, SpeechEnd, Model);
}
