namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Failures;

/// <summary>Where a voice's reference is to blame, and where it is not quite. The words are those of <see cref="FailureTable"/>.</summary>
public sealed class VoiceHistoryTests
{
    [Fact]
    public void The_ninth_clip_of_a_voice_is_none_of_its_first_eight() =>
        Follow([
            .. Passed("a", "b", "c", "d", "e", "f"),
            "runaway: g",
            "retry g #2",
            "runaway: h",
            "retry h #2",
            "runaway: i",
            "retry i #2",
            "runaway: j",
            "retry j #2",
        ]);

    [Fact]
    public void The_eighth_clip_of_a_voice_is_one_of_its_first_eight() =>
        Follow([
            .. Passed("a", "b", "c", "d", "e"),
            "runaway: f",
            "retry f #2",
            "runaway: g",
            "retry g #2",
            "runaway: h",
            "give up voice of h FHN2012",
        ]);

    [Fact]
    public void A_canary_that_stopped_at_some_attempt_fails_alone() =>
        Follow(["refused: first", "retry first #2", "runaway: first", "retry first #3", "runaway: first", "fail first FHN4001 after 3"]);

    [Fact]
    public void A_clip_that_was_refused_for_something_else_before_may_still_be_one_of_three_that_do_not_stop() =>
        Follow([
            "refused: a",
            "retry a #2",
            "runaway: a",
            "retry a #3",
            "runaway: b",
            "retry b #2",
            "runaway: c",
            "give up voice of c FHN2012",
        ]);

    private static IEnumerable<string> Passed(params string[] ids) => ids.SelectMany(id => (string[])[$"accepted: {id}", ""]);

    private static void Follow(IReadOnlyList<string> steps)
    {
        var table = new FailureTable();
        for (var i = 0; i < steps.Count; i += 2)
        {
            table.Decide(steps[i]).ShouldBe(steps[i + 1], $"after step {i / 2 + 1}, '{steps[i]}'");
        }
    }
}
