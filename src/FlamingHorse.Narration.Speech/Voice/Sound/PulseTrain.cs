using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlamingHorse.Narration.Speech.Voice.Sound;

/// <summary>
/// The voice's source: at every sample the sum of all harmonics of the fundamental up to 11 kHz, in closed form; 0 where it is unvoiced.
/// Not for use by two threads.
/// </summary>
/// <param name="hop">Samples a frame.</param>
/// <param name="sampleRate">Hz.</param>
internal sealed class PulseTrain(int hop, int sampleRate)
{
    private const double LeastFrequency = 40;
    private const double HighestHarmonic = 11000;

    /// <summary>Below it the quotient of sines is its limit.</summary>
    private const double NearZero = 1e-9;

    /// <summary>Distance of each sample from the frame's centre, in frames.</summary>
    private readonly double[] _offsets = Padded(hop, i => (i + 0.5) / hop - 0.5);

    private readonly double[] _cycles = Padded(hop, _ => 0);
    private readonly double[] _harmonics = Padded(hop, _ => 0);
    private readonly double[] _numerators = Padded(hop, _ => 0);
    private readonly double[] _denominators = Padded(hop, _ => 0);

    /// <param name="f0">Hz, one a frame; frame k is centred at (k + ½) · hop samples.</param>
    /// <param name="samples">One hop for each frame.</param>
    public void Make(ReadOnlySpan<float> f0, Span<float> samples)
    {
        var turns = 0.0; // of the fundamental so far, through unvoiced stretches too, less whole ones
        for (var frame = 0; frame < f0.Length; frame++)
        {
            double here = f0[frame];
            double before = f0[Math.Max(0, frame - 1)];
            double after = f0[Math.Min(f0.Length - 1, frame + 1)];
            Glide(before, here, after);
            turns = Wind(turns);
            if (Math.Max(here, Math.Max(before, after)) > LeastFrequency)
            {
                Ring(samples.Slice(frame * hop, hop));
            }
            else
            {
                samples.Slice(frame * hop, hop).Clear();
            }
        }
    }

    /// <summary>
    /// Turns a sample and harmonics of each, along lines between the centres of frames; before the first and after the last it stays.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Glide(double before, double here, double after)
    {
        var offsets = Lane(_offsets);
        var steps = Lane(_cycles);
        var harmonics = Lane(_harmonics);
        var (least, highest, rate) = (
            new Vector<double>(LeastFrequency),
            new Vector<double>(HighestHarmonic),
            new Vector<double>(sampleRate)
        );
        for (var i = 0; i < offsets.Length; i++)
        {
            var slope = Vector.ConditionalSelect(
                Vector.LessThan(offsets[i], Vector<double>.Zero),
                new Vector<double>(here - before),
                new Vector<double>(after - here)
            );
            var pitch = new Vector<double>(here) + offsets[i] * slope;
            var g = Vector.Max(pitch, least);
            steps[i] = g / rate;
            harmonics[i] = Vector.ConditionalSelect(Vector.GreaterThan(pitch, least), Vector.Floor(highest / g), Vector<double>.Zero);
        }
    }

    /// <summary>Adds the steps up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Wind(double turns)
    {
        foreach (ref var step in _cycles.AsSpan(0, hop))
        {
            turns += step;
            step = turns;
        }

        return turns - Math.Floor(turns);
    }

    /// <summary>The harmonics' sum at each sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Ring(Span<float> samples)
    {
        var cycles = Lane(_cycles);
        var harmonics = Lane(_harmonics);
        var numerators = Lane(_numerators);
        var denominators = Lane(_denominators);
        var half = new Vector<double>(0.5);
        for (var i = 0; i < cycles.Length; i++)
        {
            // Reduced to one turn first: the sine of a large angle would lose what follows the point.
            var turn = cycles[i] - Vector.Floor(cycles[i]);
            var turns = (harmonics[i] + half) * turn;
            numerators[i] = (turns - Vector.Floor(turns)) * (2 * Math.PI);
            denominators[i] = turn * Math.PI;
        }

        TensorPrimitives.Sin(_numerators, _numerators);
        TensorPrimitives.Sin(_denominators, _denominators);
        for (var i = 0; i < cycles.Length; i++)
        {
            var isNearZero = Vector.LessThan(Vector.Abs(denominators[i]), new Vector<double>(NearZero));
            var sum = Vector.ConditionalSelect(isNearZero, harmonics[i], numerators[i] / (denominators[i] + denominators[i]) - half);
            numerators[i] = Vector.ConditionalSelect(Vector.GreaterThan(harmonics[i], Vector<double>.Zero), sum, Vector<double>.Zero);
        }

        TensorPrimitives.ConvertTruncating<double, float>(_numerators.AsSpan(0, hop), samples);
    }

    private static Span<Vector<double>> Lane(double[] values) => MemoryMarshal.Cast<double, Vector<double>>(values.AsSpan());

    /// <summary>To whole vectors.</summary>
    private static double[] Padded(int length, Func<int, double> value)
    {
        var width = Vector<double>.Count;
        return [.. Enumerable.Range(0, (length + width - 1) / width * width).Select(i => i < length ? value(i) : 0)];
    }
}
