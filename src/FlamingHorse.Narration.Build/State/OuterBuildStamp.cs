using System.Buffers.Binary;
using FlamingHorse.Narration.Engine.Platform.Files;

namespace FlamingHorse.Narration.Build.State;

/// <summary>
/// Remembers that the outer build's last step has seen these very files, so that a build with nothing to do reads none of them.
/// </summary>
internal sealed class OuterBuildStamp(string directory, IReadOnlyList<string> files)
{
    private readonly string _path = Path.Combine(directory, "finished");

    public bool Holds =>
        File.Exists(_path) && File.ReadAllBytes(_path) is { Length: 4 } bytes && BinaryPrimitives.ReadUInt32LittleEndian(bytes) == Sum();

    public void Write()
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Sum());
        AtomicFile.Write(_path, bytes, isDurable: false);
    }

    private uint Sum() => Checksum.Of(string.Join('\0', files.Select(f => $"{f}|{FileStamp.Of(f)}")));
}
