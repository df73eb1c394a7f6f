using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using FlamingHorse.Narration.Engine.Audio;

namespace FlamingHorse.Narration.Synthesis.Tests.Audio;

public sealed partial class LoudnessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Spoken { get; } =
    [
        "Each entry sums the products of a row and a column.",
        "Welcome.",
        "A matrix is a table of numbers. It moves space, it turns space, and sometimes it flattens space; then its determinant is zero.",
    ];

    [Theory]
    [Trait("Needs", "ffmpeg")]
    [MemberData(nameof(Spoken))]
    public async Task Speech_measures_as_ffmpeg_does(string text)
    {
        foreach (var voice in new[] { "slt", "rms", "kal" })
        {
            var path = _folder[$"{voice}.wav"];
            await Run("flite", "-voice", voice, "-t", text, "-o", path);
            await AgreesWithFfmpeg(path, tolerance: 0.15);
        }
    }

    [Theory]
    [Trait("Needs", "ffmpeg")]
    [InlineData(1000, 48000)]
    [InlineData(1000, 16000)]
    [InlineData(100, 24000)]
    [InlineData(3000, 22050)]
    [InlineData(60, 44100)]
    public async Task Tones_at_every_rate_measure_as_ffmpeg_does(int frequency, int rate)
    {
        var path = _folder["tone.wav"];
        await File.WriteAllBytesAsync(
            path,
            WavFile.Write(Signals.Tone(3, 0.2, frequency, rate).Then(Signals.Silence(1, rate)).Then(Signals.Tone(2, 0.05, frequency, rate)))
        );
        await AgreesWithFfmpeg(path, tolerance: 0.1);
    }

    /// <summary>The Recommendation's own calibration: a full-scale 997 Hz sine in one channel is −3.01 LUFS.</summary>
    [Theory]
    [InlineData(8000)]
    [InlineData(16000)]
    [InlineData(24000)]
    [InlineData(48000)]
    public void A_full_scale_tone_is_at_minus_three(int rate) =>
        IntegratedLoudness.Measure(Signals.Tone(3, 1, 997, rate).Samples, rate)!.Value.ShouldBe(-3.01, 0.05);

    [Fact]
    public void Silence_and_what_is_shorter_than_a_block_have_no_loudness()
    {
        IntegratedLoudness.Measure(Signals.Silence(2).Samples, 24000).ShouldBeNull();
        IntegratedLoudness.Measure(Signals.Tone(0.39).Samples, 24000).ShouldBeNull();
    }

    /// <summary>The second gate of the Recommendation: blocks 10 LU under the mean of the audible ones do not count.</summary>
    [Theory]
    [InlineData(-25, 0)]
    [InlineData(-8, -2.37)] // the mean of both, since the quieter half is within the gate
    public void What_is_far_under_the_mean_does_not_count(double quieter, double expected)
    {
        var loud = Signals.Tone(4, 0.5);
        var both = loud.Then(Signals.Tone(4, 0.5 * Math.Pow(10, quieter / 20)));

        var difference = IntegratedLoudness.Measure(both.Samples, 24000)!.Value - IntegratedLoudness.Measure(loud.Samples, 24000)!.Value;

        difference.ShouldBe(expected, 0.3);
    }

    [Theory]
    [InlineData(-69, true)]
    [InlineData(-71, false)]
    public void What_is_under_minus_70_is_silence(double level, bool isHeard)
    {
        // A full-scale tone is at −3.01 LUFS.
        var tone = Signals.Tone(1, Math.Pow(10, (level + 3.01) / 20));

        IntegratedLoudness.Measure(tone.Samples, 24000).HasValue.ShouldBe(isHeard);
    }

    [Fact]
    public void One_block_is_enough() => IntegratedLoudness.Measure(Signals.Tone(0.4, 1).Samples, 24000)!.Value.ShouldBe(-3.01, 0.2);

    private static async Task AgreesWithFfmpeg(string path, double tolerance)
    {
        var signal = WavFile.Read(await File.ReadAllBytesAsync(path));
        var printed = await Run("ffmpeg", "-hide_banner", "-nostats", "-i", path, "-af", "ebur128", "-f", "null", "-");
        var theirs = double.Parse(Summary().Match(printed).Groups[1].Value, CultureInfo.InvariantCulture);
        IntegratedLoudness.Measure(signal.Samples, signal.SampleRate)!.Value.ShouldBe(theirs, tolerance);
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardInput = true }
        )!;
        process.StandardInput.Close();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, errors);
        return errors;
    }

    [GeneratedRegex(@"Summary:[\s\S]*?I:\s+(-?\d+\.\d+) LUFS")]
    private static partial Regex Summary();
}
