using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Planning.Recordings;

/// <summary>A <c>NarrationRecording</c> item: a person speaks this segment, not a voice.</summary>
/// <param name="SegmentId">Whose place it takes.</param>
/// <param name="Path">The WAV; absolute.</param>
/// <param name="Place">Of the item, for messages.</param>
public sealed record Recording(string SegmentId, string Path, SourcePlace? Place = null)
{
    /// <summary>Backend and voice of recordings, in keys, lock and code.</summary>
    public const string Voice = "recording";
}
