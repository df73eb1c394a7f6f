using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>A <c>NarrationVoice</c> item as written; null and empty both mean "not said".</summary>
public sealed record VoiceItem(string Name)
{
    /// <summary>Where the item stands.</summary>
    public SourcePlace? Place { get; init; }

    /// <summary>Path of the recording, relative to the project.</summary>
    public string? ReferenceAudio { get; init; }

    /// <summary>Path of the transcript, relative to the project.</summary>
    public string? ReferenceText { get; init; }

    /// <summary>The transcript itself, instead of a file.</summary>
    public string? Text { get; init; }

    /// <summary>As in <c>0:02</c>, <c>1:02:03.5</c> or seconds.</summary>
    public string? Start { get; init; }

    /// <summary>As <see cref="Start"/>.</summary>
    public string? End { get; init; }

    public string? Model { get; init; }

    public string? Language { get; init; }

    public string? Temperature { get; init; }

    public string? TopK { get; init; }

    public string? TopP { get; init; }

    public string? Seed { get; init; }

    /// <summary>Pace, as in <c>0.9</c>.</summary>
    public string? Speed { get; init; }

    public string? AllowLongReference { get; init; }
}
