namespace FlamingHorse.Narration.Engine.Publishing.Report.Pictures;

/// <summary>The outline of a clip: its lowest and highest sample in equal stretches.</summary>
internal static class Waveform
{
    /// <summary>Pairs of signed bytes, lowest and highest, 127 for full scale.</summary>
    public static byte[] Draw(ReadOnlySpan<float> samples, int pairs)
    {
        var outline = new byte[pairs * 2];
        for (var i = 0; i < pairs; i++)
        {
            var first = (int)((long)i * samples.Length / pairs);
            var end = (int)Math.Max((long)(i + 1) * samples.Length / pairs, first + 1);
            var (lowest, highest) = (0f, 0f);
            foreach (var sample in samples[Math.Min(first, samples.Length)..Math.Min(end, samples.Length)])
            {
                (lowest, highest) = (Math.Min(lowest, sample), Math.Max(highest, sample));
            }

            outline[2 * i] = Scaled(lowest);
            outline[2 * i + 1] = Scaled(highest);
        }

        return outline;
    }

    private static byte Scaled(float sample) => unchecked((byte)(sbyte)Math.Clamp(MathF.Round(sample * 127), -127, 127));
}
