namespace FlamingHorse.Narration.Stores.Tests.Support;

/// <summary>What may happen to a file of a store.</summary>
internal static class Damage
{
    public static void Truncate(string path, long length)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(length);
    }

    /// <summary>What a crash leaves on some file systems: the right length, nothing in it.</summary>
    public static void Zero(string path, long from)
    {
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan((int)from).Clear();
        File.WriteAllBytes(path, bytes);
    }

    public static void FlipBit(string path, long at)
    {
        using var file = File.Open(path, FileMode.Open);
        file.Position = at;
        var old = file.ReadByte();
        file.Position = at;
        file.WriteByte((byte)(old ^ 4));
    }
}
