using System.Text;
using Whisper.net;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

/// <summary>
/// The voice as Whisper tiny.en hears it. Its model is no part of this repository: <c>FLAMING_HORSE_MODELS</c> names a folder that holds
/// <c>whisper</c>, else <c>shared/models</c> beside the repository is looked in.
/// </summary>
public sealed class ListenedTests
{
    private const string Model = "ggml-tiny.en-q8_0.bin";

    [Theory]
    [InlineData("Welcome to this video on matrix multiplication.")]
    [InlineData("Each entry sums the products of a row and a column.")]
    [InlineData("By the end you multiply matrices in your head.")]
    public async Task A_recognizer_hears_the_very_words(string text)
    {
        if (FindModel() is not { } model)
        {
            Assert.Skip($"whisper/{Model} is not in the folder that FLAMING_HORSE_MODELS names.");
            return;
        }

        var clip = WholeVoice.Speaker.Speak(new(text, [], 1, Seed: 1), _ => { }, default);

        Words(await HearAsync(model, AtSixteen(clip.Samples))).ShouldBe(Words(text));
    }

    private static async Task<string> HearAsync(string model, float[] samples)
    {
        using var factory = WhisperFactory.FromPath(model, new() { UseGpu = false });
        var processor = factory.CreateBuilder().WithLanguage("en").WithThreads(1).WithTemperatureInc(0).Build();
        await using var closing = processor.ConfigureAwait(false);
        var heard = new StringBuilder();
        await foreach (var segment in processor.ProcessAsync(samples))
        {
            heard.Append(segment.Text);
        }

        return heard.ToString();
    }

    /// <summary>From 24 to 16 kHz: two samples for three, the second halfway between two of them.</summary>
    private static float[] AtSixteen(ReadOnlySpan<short> samples)
    {
        var resampled = new float[samples.Length / 3 * 2];
        for (var i = 0; i < resampled.Length; i += 2)
        {
            var at = i / 2 * 3;
            resampled[i] = samples[at] / 32768f;
            resampled[i + 1] = (samples[at + 1] + samples[at + 2]) / 65536f;
        }

        return resampled;
    }

    private static string[] Words(string text) =>
        string.Concat(text.ToLowerInvariant().Select(c => char.IsLetter(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string? FindModel() =>
        new[] { Environment.GetEnvironmentVariable("FLAMING_HORSE_MODELS"), Path.Combine(Repository.Root, "..", "shared", "models") }
            .OfType<string>()
            .Select(folder => Path.Combine(folder, "whisper", Model))
            .FirstOrDefault(File.Exists);
}
