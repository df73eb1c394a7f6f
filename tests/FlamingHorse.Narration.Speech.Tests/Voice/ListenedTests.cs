using FlamingHorse.Narration.Speech.Hearing;
using FlamingHorse.Narration.Speech.Tests.Hearing;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

/// <summary>The voice as Whisper tiny.en hears it.</summary>
public sealed class ListenedTests
{
    [Theory]
    [InlineData("Welcome to this video on matrix multiplication.")]
    [InlineData("Each entry sums the products of a row and a column.")]
    [InlineData("By the end you multiply matrices in your head.")]
    public async Task A_recognizer_hears_the_very_words(string text)
    {
        var model = WhisperModel.Require();

        var clip = WholeVoice.Speaker.Speak(new(text, [], 1, Seed: 1), _ => { }, default);

        Words(await HearAsync(model, clip.Samples.ToArray())).ShouldBe(Words(text));
    }

    private static async Task<string> HearAsync(string model, ReadOnlyMemory<short> samples)
    {
        using var ear = Ear.Load(model);
        return await ear.HearAsync(HeardSound.Of(Floats(samples.Span), 24000), "english", isShort: false, default);
    }

    private static float[] Floats(ReadOnlySpan<short> samples)
    {
        var floats = new float[samples.Length];
        for (var i = 0; i < floats.Length; i++)
        {
            floats[i] = samples[i] / 32768f;
        }

        return floats;
    }

    private static string[] Words(string text) =>
        string.Concat(text.ToLowerInvariant().Select(c => char.IsLetter(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
