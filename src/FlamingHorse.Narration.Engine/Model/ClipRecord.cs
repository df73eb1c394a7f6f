using System.Text.Json.Serialization;

namespace FlamingHorse.Narration.Engine.Model;

/// <summary>Everything known of one take; stored as <c>meta.json</c> beside the audio it describes.</summary>
public sealed record ClipRecord : TakeFacts
{
    [JsonPropertyOrder(-10)]
    public required ActionKey Key { get; init; }

    /// <summary>Bytes of the finished WAV.</summary>
    [JsonPropertyOrder(-8)]
    public required long AudioBytes { get; init; }

    [JsonPropertyOrder(-3)]
    public required string Voice { get; init; }

    [JsonPropertyOrder(-2)]
    public required string Backend { get; init; }

    /// <summary>Versions and device as the engine reported them, such as <c>mlx_audio</c> → <c>0.5.0</c>.</summary>
    public IReadOnlyDictionary<string, string> Engine { get; init; } = new Dictionary<string, string>();

    public long? Seed { get; init; }

    /// <summary>Which attempt passed the gate; 1 is the first.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>How many segments the forward pass held, and which of them this was (from 0).</summary>
    public int BatchSize { get; init; } = 1;

    public int BatchPosition { get; init; }

    /// <summary>The engine's own time.</summary>
    public long ElapsedMs { get; init; }

    /// <summary>Integrated loudness of the stored take, LUFS; null when the clip is too short or silent.</summary>
    public double? LoudnessLufs { get; init; }

    /// <summary>Sample peak of the stored take, dBFS.</summary>
    public double? PeakDbfs { get; init; }

    /// <summary>Notes of the gate that did not fail the clip, such as <c>long-pause</c>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>What the gate measured; null, and absent from the file, for a take that it did not see.</summary>
    public TakeMeasures? Measures { get; init; }

    /// <summary>What of the text had no reading and was left out; null, and absent from the file, where all was said.</summary>
    public IReadOnlyList<string>? Unread { get; init; }

    /// <summary>
    /// SHA-256 of the audio in whose place it serves on this machine; null, and absent from the file, for a take that stands for itself.
    /// </summary>
    public string? StandsFor { get; init; }

    /// <summary>Results of the recognizers that listened to it; null, and absent from the file, when none did.</summary>
    public IReadOnlyList<TakeCheck>? Checks { get; init; }
}
