namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>The conflict markers of a merge in a text file.</summary>
internal static class MergeConflict
{
    /// <summary>The first line that a merge left; counted from 1. JSON has no line that begins like it.</summary>
    public static int? FindLine(ReadOnlySpan<byte> utf8)
    {
        var number = 0;
        foreach (var range in utf8.Split((byte)'\n'))
        {
            number++;
            var line = utf8[range];
            if (
                line.StartsWith("<<<<<<<"u8)
                || line.StartsWith(">>>>>>>"u8)
                || line.StartsWith("======="u8)
                || line.StartsWith("|||||||"u8)
            )
            {
                return number;
            }
        }

        return null;
    }
}
