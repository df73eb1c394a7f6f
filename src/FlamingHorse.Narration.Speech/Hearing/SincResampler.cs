namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>Converts one sample rate to another with a windowed sinc.</summary>
internal static class SincResampler
{
    /// <summary>Zero crossings on each side.</summary>
    private const int Crossings = 16;

    public static float[] Resample(ReadOnlySpan<float> samples, int from, int to)
    {
        if (from == to)
        {
            return samples.ToArray();
        }

        var divisor = Divisor(from, to);
        var (step, phases) = (from / divisor, to / divisor);
        var cutoff = Math.Min(1, (double)to / from);
        var reach = (int)Math.Ceiling(Crossings / cutoff);
        var kernels = Enumerable.Range(0, phases).Select(phase => Kernel((double)phase / phases, cutoff, reach)).ToArray();
        var resampled = new float[(int)((long)samples.Length * to / from)];
        for (var n = 0; n < resampled.Length; n++)
        {
            var position = (long)n * step;
            var (centre, kernel) = ((int)(position / phases), kernels[position % phases]);
            var sum = 0f;
            for (var k = Math.Max(-reach, -centre); k <= Math.Min(reach, samples.Length - 1 - centre); k++)
            {
                sum += samples[centre + k] * kernel[k + reach];
            }

            resampled[n] = sum;
        }

        return resampled;
    }

    /// <summary>Weights of the samples around a point <paramref name="offset"/> after one of them.</summary>
    private static float[] Kernel(double offset, double cutoff, int reach)
    {
        var kernel = new float[2 * reach + 1];
        for (var k = -reach; k <= reach; k++)
        {
            var x = k - offset;
            var window = Math.Abs(x) < reach ? Math.Pow(Math.Cos(Math.PI * x / (2 * reach)), 2) : 0;
            kernel[k + reach] = (float)(cutoff * Sinc(cutoff * x) * window);
        }

        return kernel;
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    private static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);
}
