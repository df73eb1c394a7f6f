using FlamingHorse.Narration.Speech.Hearing;
using FlamingHorse.Narration.Speech.Tests.Voice;
using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Hearing;

/// <summary>What listening again from the middle of a take may find: words that were said twice, and no others.</summary>
public sealed class RepetitionTests
{
    private const string Text = "Half of the measured values lie below the median.";

    private static readonly IReader _reader = EnglishText.Load(TestData.VoiceFolder);
    private static readonly TranscriptReader _transcripts = new(() => _reader);

    [Theory]
    [InlineData("Half of the measured values lie below the median.", false)]
    [InlineData("Half of the measured values lie below lie below the median.", true)]
    [InlineData("Half of the measured values live below lie below the median.", true)]
    [InlineData("Half of the measured values Please lie below the median.", false)]
    [InlineData("Half of the measured values just lie below the median.", false)]
    [InlineData("Half of the measured values lie below the median. Thank you.", false)]
    [InlineData("Half of the measured values lie below the mean.", false)]
    public void Only_equal_words_side_by_side_are_a_repetition(string transcript, bool isRepetition) =>
        _transcripts
            .HasRepetition(Text, new(transcript, _transcripts.Compare(Text, transcript, "english")), "english")
            .ShouldBe(isRepetition);

    /// <summary>
    /// Heard again from the end of "values" on, its last sound and "lie" are "just lie". Whether Whisper is asked again depends on where in
    /// its windows the words lie: after two of these seven silences it heard so and the take was refused.
    /// </summary>
    [Fact]
    public async Task A_good_take_is_not_refused_for_a_word_that_was_cut_in_two()
    {
        using var ear = Ear.Load(WhisperModel.Require());
        using var folder = new TemporaryFolder();
        var listener = new Listener(ear, _transcripts);
        var file = SharedVoice.Speaker.Speak(new(Text, [], 1, Seed: 1), _ => { }, default).File.ToArray();
        for (var milliseconds = 0; milliseconds < 350; milliseconds += 50)
        {
            // Silence behind the header's 44 bytes, 24 samples of two bytes to a millisecond.
            var path = folder[$"{milliseconds}.wav"];
            await File.WriteAllBytesAsync(path, [.. file[..44], .. new byte[milliseconds * 48], .. file[44..]]);
            var heard = await listener.ListenAsync(path, Text, "english", default);
            TranscriptReader.HasFault(heard.Runs, "english").ShouldBeFalse($"{milliseconds} ms: {heard.Transcript}");
        }
    }
}
