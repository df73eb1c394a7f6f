using FlamingHorse.Narration.Speech.Voice.Sound;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

public sealed class NoiseGeneratorTests
{
    /// <summary>
    /// Written by the description of the generator in Python; whoever changes them changes every take that was ever made.
    /// </summary>
    [Theory]
    [InlineData(0ul, 0, 0, -0.7482300f, -1.0641377f)]
    [InlineData(123ul, 5, 600, 0.1293255f, -0.4446830f)]
    [InlineData(ulong.MaxValue, 100000, 1, -0.3006352f, -1.0105618f)]
    public void Values_never_change(ulong seed, int frame, int bin, float re, float im)
    {
        var (res, ims) = Draw(seed, frame, bin, 1);

        res[0].ShouldBe(re, 1e-6f);
        ims[0].ShouldBe(im, 1e-6f);
    }

    [Fact]
    public void A_frame_has_the_same_noise_wherever_a_run_begins()
    {
        var (whole, _) = Draw(7, 0, 33, 100);
        var (later, _) = Draw(7, 60, 33, 40);

        later.ShouldBe(whole[60..]);
    }

    [Fact]
    public void It_is_complex_Gaussian_with_unit_variance_per_component()
    {
        var (re, im) = DrawAll(42, frames: 700);

        foreach (var part in new[] { re, im })
        {
            part.Average().ShouldBe(0, 0.01);
            part.Average(x => (double)x * x).ShouldBe(1, 0.01);
            part.Average(x => Math.Pow(x, 4)).ShouldBe(3, 0.05);
            part.Average(x => Math.Abs(x) < 0.6745 ? 1.0 : 0).ShouldBe(0.5, 0.01);
        }

        re.Zip(im, (a, b) => (double)a * b).Average().ShouldBe(0, 0.01);
        re.Zip(re.Skip(1), (a, b) => (double)a * b).Average().ShouldBe(0, 0.01);
        re.Zip(re.Skip(700), (a, b) => (double)a * b).Average().ShouldBe(0, 0.01);
    }

    [Fact]
    public void Neighbouring_seeds_have_nothing_in_common()
    {
        var (a, _) = DrawAll(1, frames: 100);
        var (b, _) = DrawAll(2, frames: 100);

        a.Zip(b, (x, y) => (double)x * y).Average().ShouldBe(0, 0.02);
        a.Zip(b.Skip(100), (x, y) => (double)x * y).Average().ShouldBe(0, 0.02);
    }

    private static (float[] Re, float[] Im) Draw(ulong seed, int frame, int bin, int count)
    {
        var (re, im) = (new float[601 * count], new float[601 * count]);
        new NoiseGenerator(seed).Fill(frame, count, re, im);
        return (re.AsSpan(bin * count, count).ToArray(), im.AsSpan(bin * count, count).ToArray());
    }

    private static (float[] Re, float[] Im) DrawAll(ulong seed, int frames)
    {
        var (re, im) = (new float[601 * frames], new float[601 * frames]);
        new NoiseGenerator(seed).Fill(0, frames, re, im);
        return (re, im);
    }
}
