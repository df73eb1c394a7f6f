using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Build.State;

/// <summary>One source file as it was read.</summary>
/// <param name="stamp">With the content's checksum.</param>
/// <param name="isDoubtful">Size and time may not show a change; compare the content.</param>
/// <param name="segments">What it annotates, packed: an unchanged build never unpacks it.</param>
internal sealed class SourceState(FileStamp stamp, bool isDoubtful, byte[] segments)
{
    public FileStamp Stamp => stamp;

    public bool IsDoubtful => isDoubtful;

    /// <summary>See <see cref="PackedSegments"/>.</summary>
    public byte[] Packed => segments;

    /// <summary>Unpacked at each call; empty for most files.</summary>
    public IReadOnlyList<ScriptSegment> Segments => PackedSegments.Read(segments);

    /// <summary>What its types state of their scenes, by the type's path.</summary>
    public IReadOnlyDictionary<string, int> SceneOrders => PackedSegments.ReadOrders(segments);

    /// <summary>Is the file still what was read?</summary>
    public bool Holds(string path)
    {
        var now = FileStamp.Of(path);
        return now.Length == stamp.Length && now.Modified == stamp.Modified && (!isDoubtful || Checksum.OfFile(path) == stamp.Content);
    }
}
