using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Fuzz.Targets;

/// <summary>
/// The reader of lock files. A file is refused with FHN3003, FHN3004 or FHN3040 at one of its lines, or it is read, written as people and
/// Git can read it, and from then on the same to the byte.
/// </summary>
internal static class LockTarget
{
    private const string Name = "narration.lock.json";

    /// <returns>Whether it is a lock file.</returns>
    public static bool Read(byte[] file)
    {
        NarrationLock content;
        try
        {
            content = LockReader.Read(file, Name);
        }
        catch (NarrationException refusal)
        {
            CheckRefusal(refusal.Finding, file);
            return false;
        }

        var written = content.ToBytes();
        var again = LockReader.Read(written.Span, Name);
        PropertyBrokenException.Unless(again.HasSameContent(content) && again.Schema == content.Schema, "it is read as another lock");
        PropertyBrokenException.Unless(again.ToBytes().Span.SequenceEqual(written.Span), "it is written in another way");
        return true;
    }

    private static void CheckRefusal(Finding finding, byte[] file)
    {
        PropertyBrokenException.Unless(
            finding.Kind == StoreFindings.LockUnreadable
                || finding.Kind == StoreFindings.LockConflict
                || finding.Kind == StoreFindings.LockNewer,
            $"{finding.Kind} is no refusal of a lock"
        );
        var lines = file.AsSpan().Count((byte)'\n') + 1;
        PropertyBrokenException.Unless(
            finding.Place is { Line: >= 1, Column: >= 1 } place && place.Line <= lines,
            $"line {finding.Place?.Line}, column {finding.Place?.Column} of {lines} lines"
        );
    }
}
