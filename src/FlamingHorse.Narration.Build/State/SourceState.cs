using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Build.State;

/// <summary>One source file as it was read.</summary>
/// <param name="Stamp">With the content's checksum.</param>
/// <param name="IsDoubtful">Size and time may not show a change; compare the content.</param>
/// <param name="Segments">What it annotates; empty for most files.</param>
internal sealed record SourceState(FileStamp Stamp, bool IsDoubtful, IReadOnlyList<ScriptSegment> Segments)
{
    /// <summary>Is the file still what was read?</summary>
    public bool Holds(string path)
    {
        var now = FileStamp.Of(path);
        return now.Length == Stamp.Length && now.Modified == Stamp.Modified
            && (!IsDoubtful || Checksum.OfFile(path) == Stamp.Content);
    }
}
