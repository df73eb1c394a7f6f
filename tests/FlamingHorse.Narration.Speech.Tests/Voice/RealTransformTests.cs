using System.Numerics;
using FlamingHorse.Narration.Speech.Voice.Fourier;
using MathNetFourier = MathNet.Numerics.IntegralTransforms.Fourier;
using MathNetOptions = MathNet.Numerics.IntegralTransforms.FourierOptions;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

public sealed class RealTransformTests
{
    private const int Seed = 20;

    private readonly RealTransform _transform = new();

    [Fact]
    public void Forward_is_the_transform_of_MathNet_in_every_lane()
    {
        var signals = RandomSignals();
        Load(signals);

        _transform.Forward();

        for (var lane = 0; lane < Vector<float>.Count; lane++)
        {
            var expected = signals[lane].Select(x => new Complex(x, 0)).ToArray();
            MathNetFourier.Forward(expected, MathNetOptions.NoScaling);
            for (var bin = 0; bin < RealTransform.Bins; bin++)
            {
                var value = new Complex(_transform.Spectrum[bin].Re[lane], _transform.Spectrum[bin].Im[lane]);
                (value - expected[bin]).Magnitude.ShouldBeLessThan(5e-5, $"seed {Seed}, lane {lane}, bin {bin}");
            }
        }
    }

    [Fact]
    public void Inverse_undoes_forward()
    {
        var signals = RandomSignals();
        Load(signals);

        _transform.Forward();
        _transform.Inverse();

        for (var i = 0; i < RealTransform.Size; i++)
        {
            for (var lane = 0; lane < Vector<float>.Count; lane++)
            {
                var point = _transform.Points[i / 2];
                (i % 2 == 0 ? point.Re : point.Im)[lane].ShouldBe(signals[lane][i], 1e-5f, $"seed {Seed}, lane {lane}, sample {i}");
            }
        }
    }

    [Fact]
    public void Inverse_leaves_the_imaginary_parts_of_the_first_and_last_bin_out()
    {
        Array.Clear(_transform.Spectrum);
        _transform.Spectrum[0] = new(Vector<float>.Zero, new Vector<float>(1200));
        _transform.Spectrum[^1] = new(Vector<float>.Zero, new Vector<float>(1200));

        _transform.Inverse();

        _transform.Points.ShouldAllBe(point => point.Re == Vector<float>.Zero && point.Im == Vector<float>.Zero);
    }

    [Fact]
    public void A_frame_has_the_same_bits_in_every_lane()
    {
        var signal = RandomSignals()[0];
        Load([.. Enumerable.Repeat(signal, Vector<float>.Count)]);

        _transform.Forward();

        foreach (var value in _transform.Spectrum)
        {
            value.Re.ShouldBe(new Vector<float>(value.Re[0]));
            value.Im.ShouldBe(new Vector<float>(value.Im[0]));
        }
    }

    private void Load(float[][] signals)
    {
        for (var i = 0; i < _transform.Points.Length; i++)
        {
            _transform.Points[i] = new(
                new Vector<float>([.. signals.Select(signal => signal[2 * i])]),
                new Vector<float>([.. signals.Select(signal => signal[2 * i + 1])])
            );
        }
    }

    private static float[][] RandomSignals()
    {
        var random = new Random(Seed);
        return
        [
            .. Enumerable
                .Range(0, Vector<float>.Count)
                .Select(_ => Enumerable.Range(0, RealTransform.Size).Select(_ => random.NextSingle() * 2 - 1).ToArray()),
        ];
    }
}
