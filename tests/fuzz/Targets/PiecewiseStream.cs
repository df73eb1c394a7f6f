namespace FlamingHorse.Narration.Fuzz.Targets;

/// <summary>Bytes that come one, two or three at a time, as a pipe may hand them over.</summary>
internal sealed class PiecewiseStream(byte[] bytes) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1 + (int)(Position % 3)));
}
