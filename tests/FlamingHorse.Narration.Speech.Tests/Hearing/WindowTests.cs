using FlamingHorse.Narration.Speech.Hearing;
using Whisper.net;

namespace FlamingHorse.Narration.Speech.Tests.Hearing;

/// <summary>What Whisper writes for a window, and which models tell when a word ends.</summary>
public sealed class WindowTests
{
    [Fact]
    public void Tokens_become_words_that_end_with_their_last_letter()
    {
        var window = Window(
            ("[_BEG_]", -1),
            (" Write", 50),
            (" mat", 80),
            ("rices", 120),
            (",", 160),
            (" down", 190),
            (".", 200),
            ("[_TT_110]", -1)
        );
        window.ToWords(offset: 10).ShouldBe([new("Write", 10.5), new("matrices,", 11.2), new("down.", 11.9)]);
        (window.LastTime, window.WantsMore).ShouldBe((2.2, false));
    }

    [Fact]
    public void The_same_time_twice_at_the_end_is_where_the_next_window_begins()
    {
        var window = Window(("[_BEG_]", -1), (" Write", 50), ("[_TT_60]", -1), ("[_TT_60]", -1));
        (window.LastTime, window.WantsMore).ShouldBe((1.2, true));
    }

    [Fact]
    public void A_model_without_times_has_no_words() => Window(("[_BEG_]", -1), (" Write", -1)).ToWords(0).ShouldBeEmpty();

    [Theory]
    [InlineData("/models/ggml-tiny.en-q8_0.bin", WhisperAlignmentHeadsPreset.TinyEn)]
    [InlineData("ggml-base.en.bin", WhisperAlignmentHeadsPreset.BaseEn)]
    [InlineData("ggml-base-q5_1.bin", WhisperAlignmentHeadsPreset.Base)]
    [InlineData("ggml-small.bin", WhisperAlignmentHeadsPreset.Small)]
    [InlineData("ggml-mine.bin", WhisperAlignmentHeadsPreset.None)]
    [InlineData("tiny.en.bin", WhisperAlignmentHeadsPreset.None)]
    public void Only_published_models_have_known_alignment_heads(string path, WhisperAlignmentHeadsPreset heads) =>
        AlignmentHeads.Of(path).ShouldBe(heads);

    private static WindowTokens Window(params (string Text, long End)[] tokens) =>
        new([.. tokens.Select(token => new WhisperToken { Text = token.Text, DtwTimestamp = token.End })]);
}
