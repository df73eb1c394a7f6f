using FlamingHorse.Narration.Captions;

namespace FlamingHorse.Narration.Tests;

/// <summary>Which timestamps of words may stand in a cue of WebVTT.</summary>
public class WordStampTests
{
    [Fact]
    public void Only_times_within_the_caption_that_rise_are_kept() =>
        Stamps(100, 250, 250, 200, 251, 999, 1000, 1001).ShouldBe([0, 250, 0, 0, 251, 999, 0, 0]);

    [Fact]
    public void A_time_that_is_left_out_does_not_hold_back_those_after_it() => Stamps(1200, 500, 50, 600).ShouldBe([0, 500, 0, 600]);

    [Fact]
    public void Times_are_cut_to_whole_milliseconds() => Stamps(250.9, 250.95, 251.1).ShouldBe([250, 0, 251]);

    /// <summary>What is left of times of words in a caption from 100 to 1,000 ms, in milliseconds.</summary>
    private static IEnumerable<double> Stamps(params double[] milliseconds)
    {
        var entry = NarrationTimeline.Sequence(new(), Segments.Seconds("a", 1)).Entries[0];
        var caption = new NarrationCaption(entry, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(1000), ["a line"])
        {
            Stamps = [.. milliseconds.Select((at, i) => new CaptionStamp(0, i, TimeSpan.FromMilliseconds(at)))],
        };
        return WordStamps.Of(caption).Select(stamp => stamp.At.TotalMilliseconds);
    }
}
