using System.IO.Compression;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Publishing.Report.Pictures;

namespace FlamingHorse.Narration.Page.Tests.Pictures;

public class ClipPictureTests
{
    private const int Rate = 24000;

    [Fact]
    public void A_tone_is_brightest_in_its_own_band()
    {
        var levels = Levels(Tone(1000, 0.1f, Rate * 2));

        // 1 kHz is at 1000 mel of 3227 up to 12 kHz.
        Brightest(levels[30]).ShouldBeInRange(28, 31);
        Brightest(Levels(Tone(4000, 0.1f, Rate * 2))[30]).ShouldBeInRange(62, 66);
    }

    [Fact]
    public void Levels_are_absolute()
    {
        var loud = Levels(Tone(1000, 0.1f, Rate)).Select(c => c.Max()).Max();
        var quiet = Levels(Tone(1000, 0.01f, Rate)).Select(c => c.Max()).Max();

        // 20 dB of the 66 between black and full, in 31 steps.
        (loud - quiet).ShouldBeInRange(8, 11);
    }

    [Fact]
    public void Silence_is_black()
    {
        var levels = Levels(new float[Rate]);

        levels.ShouldAllBe(column => column.All(level => level == 0));
    }

    [Fact]
    public void A_pause_shows_in_time()
    {
        float[] samples = [.. Tone(500, 0.2f, Rate), .. new float[Rate], .. Tone(500, 0.2f, Rate)];

        var levels = Levels(samples);

        levels[levels.Count / 6].Max().ShouldBeGreaterThan((byte)20);
        levels[levels.Count / 2].Max().ShouldBe((byte)0);
        levels[levels.Count * 5 / 6].Max().ShouldBeGreaterThan((byte)20);
    }

    [Fact]
    public void The_outline_holds_the_lowest_and_the_highest_sample()
    {
        var samples = new float[1000];
        (samples[10], samples[990]) = (0.5f, -1f);

        var outline = Waveform.Draw(samples, 10).Select(b => (sbyte)b).ToArray();

        outline[..2].ShouldBe(new sbyte[] { 0, 64 });
        outline[^2..].ShouldBe(new sbyte[] { -127, 0 });
        outline[2..^2].ShouldAllBe(v => v == 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void Very_short_clips_are_drawn_too(int samples)
    {
        var picture = ClipPicture.Draw(new MonoSignal(new float[samples], Rate), new PictureDetail(1));

        picture.Columns.ShouldBeGreaterThan(0);
        Convert.FromBase64String(picture.Peaks).Length.ShouldBeGreaterThan(0);
    }

    private static float[] Tone(double hertz, float amplitude, int samples) =>
        [.. Enumerable.Range(0, samples).Select(i => amplitude * (float)Math.Sin(2 * Math.PI * hertz * i / Rate))];

    private static int Brightest(byte[] column) => Array.IndexOf(column, column.Max());

    /// <summary>As the page undoes it.</summary>
    private static List<byte[]> Levels(float[] samples)
    {
        var picture = ClipPicture.Draw(new MonoSignal(samples, Rate), new PictureDetail(1));
        using var inflated = new MemoryStream();
        using (var deflate = new DeflateStream(new MemoryStream(Convert.FromBase64String(picture.Spectrum)), CompressionMode.Decompress))
        {
            deflate.CopyTo(inflated);
        }

        var level = new byte[Spectrogram.Bands];
        var columns = new List<byte[]>();
        foreach (var differences in inflated.ToArray().Chunk(Spectrogram.Bands))
        {
            level = [.. level.Zip(differences, (before, step) => (byte)((before + step) % 32))];
            columns.Add(level);
        }

        columns.Count.ShouldBe(picture.Columns);
        return columns;
    }
}
