using System.Buffers.Binary;
using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

public sealed class WavFileTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(100)]
    public void Every_sample_is_clipped_and_truncated_wherever_it_stands(int count)
    {
        float[] values = [0, 1, -1, 2, -2, 0.99999f, -0.99999f, 0.5f, -0.00003f, 0.00004f, float.NaN, float.PositiveInfinity, -0f];
        var samples = Enumerable.Range(0, count).Select(i => values[i % values.Length]).ToArray();
        var file = new WavFile(24000, 1);
        file.Append(samples.AsSpan(0, count / 3));
        file.Append(samples.AsSpan(count / 3));

        var bytes = file.Finish().Bytes;

        bytes.Length.ShouldBe(WavFile.HeaderLength + 2 * count);
        for (var i = 0; i < count; i++)
        {
            var expected = float.IsNaN(samples[i]) ? 0 : (short)Math.Truncate(32767 * Math.Clamp(samples[i], -1f, 1f));
            BinaryPrimitives.ReadInt16LittleEndian(bytes[(WavFile.HeaderLength + 2 * i)..]).ShouldBe((short)expected);
        }
    }
}
