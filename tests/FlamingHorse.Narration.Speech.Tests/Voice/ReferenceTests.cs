using System.Diagnostics;
using FlamingHorse.Narration.Speech.Voice;
using FlamingHorse.Narration.Speech.Voice.Sound;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

public sealed class ReferenceTests(LoadedVoice voice, ITestOutputHelper output) : IClassFixture<LoadedVoice>
{
    public static TheoryData<int> Items => [.. Enumerable.Range(0, ReferenceItem.All.Count)];

    public static TheoryData<int> Waveforms =>
        [.. Enumerable.Range(0, ReferenceItem.All.Count).Where(i => ReferenceItem.All[i].Wav is not null)];

    [Fact]
    public void There_are_twelve_texts_and_four_waveforms() => (Items.Count, Waveforms.Count).ShouldBe((12, 4));

    [Theory]
    [MemberData(nameof(Items))]
    public void Ids_and_durations_are_the_references(int number)
    {
        var item = ReferenceItem.All[number];

        var ids = voice.Alphabet.Encode(item.Phonemes);

        ids.ShouldBe(item.Ids);
        var (durations, frames) = voice.Network.Run(ids, 1, (durations, outputs) => (durations.ToArray(), outputs.Frames), default);
        durations.ShouldBe(item.Durations.Select(steps => (float)steps));
        frames.ShouldBe(item.Frames);
    }

    [Fact]
    public void The_formula_gives_the_references_samples()
    {
        const int Frames = 92;
        const int Map = 601 * Frames;
        var outputs = TestData.Floats("short-outputs.f32");
        var expected = TestData.Floats("short-samples.f32");

        var samples = new Vocoder(24000)
            .Render(
                new(
                    outputs.AsSpan(0, Map),
                    outputs.AsSpan(Map, Map),
                    outputs.AsSpan(2 * Map, Map),
                    outputs.AsSpan(3 * Map, Map),
                    outputs.AsSpan(4 * Map, Map),
                    outputs.AsSpan(5 * Map, Frames)
                ),
                noise: null,
                firstFrame: 0
            )
            .ToArray();

        samples.Length.ShouldBe(300 * Frames);
        var apart = samples.Zip(expected, (a, b) => Math.Abs(a - b)).Max();
        var distance = LevelDistance.Between(To16Bits(samples), To16Bits(expected));
        output.WriteLine($"largest difference {apart:e2}, {distance:f5} dB");
        apart.ShouldBeLessThan(2e-4f);
        distance.ShouldBeLessThan(0.01);
    }

    [Theory]
    [MemberData(nameof(Waveforms))]
    public void Without_noise_the_whole_voice_is_within_half_a_decibel_of_the_reference(int number)
    {
        var item = ReferenceItem.All[number];

        var clip = voice.Speaker.Speak(new(item.Text, [], 1, Seed: null), _ => { }, default);

        var distance = LevelDistance.Between(clip.Samples, TestData.Samples(TestData.PathOf(item.Wav!)));
        output.WriteLine($"{item.Text} {distance:f3} dB");
        distance.ShouldBeLessThan(0.5);
    }

    /// <summary>
    /// The measure of the reference's makers, where the system has Python with numpy; the test before it measures the same in C#.
    /// </summary>
    [Fact]
    public void The_references_own_measure_agrees()
    {
        const string Python = "/usr/bin/python3";
        if (!File.Exists(Python) || Run(Python, "-c", "import numpy").ExitCode != 0)
        {
            output.WriteLine($"not measured: {Python} with numpy is not here (Debian: apt-get install python3-numpy)");
            return;
        }

        using var folder = new TemporaryFolder();
        foreach (var item in ReferenceItem.All.Where(item => item.Wav is not null))
        {
            var clip = voice.Speaker.Speak(new(item.Text, [], 1, Seed: null), _ => { }, default);
            var path = folder["ours.wav"];
            WavFile.Write(path, clip.File);

            var (exitCode, answer) = Run(Python, TestData.PathOf("measure.py"), path, TestData.PathOf(item.Wav!));

            exitCode.ShouldBe(0, answer);
            var measured = double.Parse(answer.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
            output.WriteLine($"{item.Wav}: {answer.Trim()}");
            measured.ShouldBeLessThan(0.5);
            measured.ShouldBe(LevelDistance.Between(clip.Samples, TestData.Samples(TestData.PathOf(item.Wav!))), tolerance: 0.001);
        }
    }

    private static short[] To16Bits(float[] samples) => [.. samples.Select(x => (short)(32767 * Math.Clamp(x, -1, 1)))];

    private static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, answer);
    }
}
