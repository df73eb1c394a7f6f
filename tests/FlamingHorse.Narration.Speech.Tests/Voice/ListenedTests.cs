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
    public async Task A_recognizer_hears_exactly_the_words(string text)
    {
        using var ear = Ear.Load(WhisperModel.Require());

        var clip = SharedVoice.Speaker.Speak(new(text, [], 1, Seed: 1), _ => { }, default);

        Words(await ear.HearAsync(clip)).ShouldBe(Words(text));
    }

    private static string[] Words(string text) =>
        string.Concat(text.ToLowerInvariant().Select(c => char.IsLetter(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
