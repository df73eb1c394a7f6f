namespace FlamingHorse.Narration.Engine.Publishing.Export;

/// <summary>What <c>NarrationExportFormat</c> may name.</summary>
public enum ExportFormat
{
    /// <summary>SubRip captions.</summary>
    Srt,

    /// <summary>WebVTT captions.</summary>
    WebVtt,

    /// <summary>The timeline with its cues.</summary>
    Json,

    /// <summary>A label track for Audacity: segments as ranges, cues as points.</summary>
    AudacityLabels,

    /// <summary>One joined WAV with the timeline's gaps.</summary>
    Track,

    /// <summary>MP3 files and the index that a Flaming Horse scene renders from.</summary>
    FlamingHorse,
}
