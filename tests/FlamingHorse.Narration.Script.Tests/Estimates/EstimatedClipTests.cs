using FlamingHorse.Narration.Script.Estimates;

namespace FlamingHorse.Narration.Script.Tests.Estimates;

/// <summary>A clip that does not exist yet: 100 ms of silence before the speech and 200 ms after it.</summary>
public class EstimatedClipTests
{
    [Fact]
    public void Speech_lies_between_head_and_tail()
    {
        EstimatedClip.Of("one two", [], TimeSpan.FromSeconds(2), 1_000).ShouldBe(new EstimatedClip(2_000, 100, 1_800));
        EstimatedClip.Of("one two", [new(1, 500)], TimeSpan.FromSeconds(2), 1_000).ShouldBe(new EstimatedClip(2_000, 100, 1_800));
    }

    [Fact]
    public void A_pause_at_an_end_lengthens_head_or_tail()
    {
        EstimatedClip
            .Of("one two", [new(0, 300), new(2, 400)], TimeSpan.FromSeconds(3), 1_000)
            .ShouldBe(new EstimatedClip(3_000, 400, 2_400));
    }

    [Fact]
    public void A_length_that_is_shorter_than_its_silence_has_no_speech()
    {
        EstimatedClip.Of("one", [], TimeSpan.FromSeconds(0.25), 1_000).ShouldBe(new EstimatedClip(250, 100, 100));
        EstimatedClip.Of("one", [new(0, 300)], TimeSpan.FromSeconds(0.25), 1_000).ShouldBe(new EstimatedClip(250, 250, 250));
    }
}
