using FlamingHorse.Narration.Engine.Planning.Recordings;
using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.Inputs;

/// <summary>Translates <c>NarrationRecording</c> items.</summary>
internal static class RecordingItems
{
    /// <summary>An item without an Id is for the segment that its file is named after, so that one line takes in a folder.</summary>
    public static Recording Read(ITaskItem item, string projectDirectory) =>
        new(
            item.GetMetadata("Id") is { Length: > 0 } id ? id : Path.GetFileNameWithoutExtension(item.ItemSpec),
            Path.GetFullPath(item.ItemSpec, projectDirectory),
            item.GetMetadata("DefiningProjectFullPath") is { Length: > 0 } file ? new(file) : null
        );
}
