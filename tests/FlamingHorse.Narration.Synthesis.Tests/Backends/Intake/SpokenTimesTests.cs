using System.Globalization;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Intake;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Intake;

/// <summary>Words are given as <c>index start end, …</c>, in seconds of a clip of one second, which has 24,000 samples.</summary>
public sealed class SpokenTimesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("one two three", "0 0 0.2, 1 0.2 0.5, 2 0.5 0.9")]
    [InlineData(" one   two ", "0 0.1 0.2, 1 0.2 0.5")]
    public void Words_in_the_order_of_the_text_are_right(string text, string words) => Problem(text, words).ShouldBeNull();

    [Theory]
    [InlineData("0 0 1")]
    [InlineData("0 1 1")]
    public void A_word_may_end_with_its_clip(string words) => Problem("one", words).ShouldBeNull();

    [Fact]
    public void Words_may_begin_at_the_same_time() => Problem("one two", "0 0.1 0.4, 1 0.1 0.3").ShouldBeNull();

    [Fact]
    public void Words_may_overlap() => Problem("one two", "0 0.1 0.4, 1 0.3 0.6").ShouldBeNull();

    [Fact]
    public void A_word_may_take_no_time() => Problem("one two", "0 0.1 0.1, 1 0.1 0.3").ShouldBeNull();

    [Theory]
    [InlineData("0 0.1 0.2, 2 0.3 0.4")]
    [InlineData("0 0.1 0.2, 1 0.2 0.3, 2 0.3 0.4")]
    public void A_dash_needs_no_time_and_may_have_one(string words) => Problem("one — two", words).ShouldBeNull();

    [Fact]
    public void A_word_that_was_not_read_needs_no_time() =>
        Problem("The 矩阵 is large.", "0 0 0.1, 2 0.2 0.3, 3 0.3 0.4", 1).ShouldBeNull();

    [Theory]
    [InlineData("1 0.1 0.2, 0 0.3 0.4")]
    [InlineData("0 0.1 0.2, 0 0.2 0.3, 1 0.3 0.4")]
    [InlineData("-1 0 0.1, 0 0.1 0.2, 1 0.3 0.4")]
    public void Words_of_another_order_than_the_text_are_refused(string words) =>
        Problem("one two", words).ShouldBe("the worker's words are not in the order of the text");

    [Theory]
    [InlineData("0 0.1 0.2, 1 0.2 0.3, 2 0.3 0.4")]
    [InlineData("0 0.1 0.2, 1 0.2 0.3, 7 0.3 0.4")]
    public void A_word_that_the_text_does_not_have_is_refused(string words) =>
        Problem("one two", words).ShouldBe("the worker's words are not in the order of the text");

    [Theory]
    [InlineData("0 0.3 0.4, 1 0.2 0.5")]
    [InlineData("0 0.3 0.2, 1 0.4 0.5")]
    [InlineData("0 -0.1 0.2, 1 0.4 0.5")]
    [InlineData("0 NaN 0.2, 1 0.4 0.5")]
    [InlineData("0 0.1 NaN, 1 0.4 0.5")]
    public void Times_that_run_backwards_are_refused(string words) =>
        Problem("one two", words).ShouldBe("the worker's words are not in the order of the text");

    [Theory]
    [InlineData("0 0.1 0.2, 1 0.9 1.01")]
    [InlineData("0 0.1 1.01, 1 0.2 0.3")]
    [InlineData("0 0.1 0.2, 1 2 3")]
    public void A_word_that_ends_after_its_clip_is_refused(string words) =>
        Problem("one two", words).ShouldBe("a word of the worker's ends after its clip");

    [Theory]
    [InlineData("One, two three!", "1 0.1 0.2, 2 0.3 0.4", "One,")]
    [InlineData("One, two three!", "0 0.1 0.2, 2 0.3 0.4", "two")]
    [InlineData("One, two three!", "0 0.1 0.2, 1 0.3 0.4", "three!")]
    [InlineData("One, two three!", "", "One,")]
    [InlineData("Room «7» two", "0 0.1 0.2, 2 0.3 0.4", "«7»")]
    public void A_word_without_a_time_is_named(string text, string words, string missing) =>
        Problem(text, words).ShouldBe($"the worker does not say when it says '{missing}'");

    [Fact]
    public void Only_what_was_not_read_is_excused() =>
        Problem("The 矩阵 is large.", "0 0 0.1, 3 0.3 0.4", 1).ShouldBe("the worker does not say when it says 'is'");

    [Theory]
    [InlineData("0 24000")]
    [InlineData("100 200")]
    [InlineData("0 1")]
    public void Bounds_of_speech_may_reach_from_end_to_end(string speech) =>
        SpokenTimes.FindProblem("one", Clip with { Speech = Numbers(speech) }).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("0 10 20")]
    [InlineData("-1 10")]
    [InlineData("10 10")]
    [InlineData("20 10")]
    [InlineData("0 24001")]
    public void Bounds_of_speech_that_no_clip_can_have_are_refused(string speech) =>
        SpokenTimes
            .FindProblem("one", Clip with { Speech = Numbers(speech) })
            .ShouldBe("the worker's bounds of speech are not in its clip");

    [Fact]
    public void A_worker_that_knows_no_times_says_nothing_wrong() => SpokenTimes.FindProblem("one two", Clip).ShouldBeNull();

    private static WorkerMessage.Done Clip => new() { Samples = 24_000, SampleRate = 24_000 };

    private static string? Problem(string text, string words, params int[] unread) =>
        SpokenTimes.FindProblem(
            text,
            Clip with
            {
                Words = [.. words.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Word)],
                Unread = [.. unread.Select(token => new WorkerMessage.UnreadToken(token))],
            }
        );

    private static WorkerMessage.SpokenWord Word(string word)
    {
        var parts = word.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return new WorkerMessage.SpokenWord((int)parts[0], parts[1], parts[2]);
    }

    private static IReadOnlyList<long> Numbers(string numbers) =>
        [.. numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
}
