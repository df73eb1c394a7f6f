using System.IO.Enumeration;

namespace FlamingHorse.Narration.Build.State;

/// <summary>
/// One number for names, sizes and times of all clips in a folder, whatever their order. Ten thousand clips are compared without one
/// object a clip, which the garbage collector would have to go through.
/// </summary>
internal static class ClipIdentity
{
    /// <summary>The number of the clips in a folder; that of no clips when it is absent.</summary>
    public static ulong Of(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return 0;
        }

        using var listing = new Listing(directory);
        while (listing.MoveNext()) { }

        return listing.Sum;
    }

    /// <summary>The number of one clip; that of a folder is the sum over its clips.</summary>
    public static ulong Of(ReadOnlySpan<char> name, long length, long modified)
    {
        // Each step is one to one in what it adds, so that another size or time of the same clip is always another number.
        var print = Mix(Checksum.Of(name) + 1UL);
        print = Mix(print ^ (ulong)length);
        return Mix(print ^ (ulong)modified);
    }

    /// <summary>The finalizer of MurmurHash3: one to one, and every bit of the input touches every bit of the result.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCD;
        value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53;
        return value ^ (value >> 33);
    }

    /// <summary>Counts while it lists and returns nothing.</summary>
    private sealed class Listing(string directory) : FileSystemEnumerator<string>(directory)
    {
        public ulong Sum { get; private set; }

        protected override bool ShouldIncludeEntry(ref FileSystemEntry entry)
        {
            if (!entry.IsDirectory && entry.FileName.EndsWith(".wav", StringComparison.Ordinal))
            {
                Sum += Of(entry.FileName, entry.Length, entry.LastWriteTimeUtc.Ticks);
            }

            return false;
        }

        protected override string TransformEntry(ref FileSystemEntry entry) => "";
    }
}
