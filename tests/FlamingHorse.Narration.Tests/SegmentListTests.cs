using FlamingHorse.Narration.HotReload;

namespace FlamingHorse.Narration.Tests;

public sealed class SegmentListTests
{
    [Fact]
    public void A_segment_is_made_when_it_is_asked_for_and_stays_the_same()
    {
        var made = new List<int>();
        var list = new NarrationSegmentList(
            () => 3,
            index =>
            {
                made.Add(index);
                return Segment(index);
            }
        );

        list.Count.ShouldBe(3);
        made.ShouldBeEmpty();
        var second = list[1];
        list[1].ShouldBeSameAs(second);
        made.ShouldBe([1]);
        list.Select(segment => segment.Id).ShouldBe(["S0", "S1", "S2"]);
        made.ShouldBe([1, 0, 2]);
        Should.Throw<IndexOutOfRangeException>(() => list[3]);
    }

    [Fact]
    public void All_threads_get_the_same_segment()
    {
        for (var round = 0; round < 100; round++)
        {
            var list = new NarrationSegmentList(() => 1, Segment);
            var seen = new NarrationSegment[4];
            Parallel.For(0, seen.Length, i => seen[i] = list[0]);

            seen.Distinct(ReferenceEqualityComparer.Instance).Count().ShouldBe(1);
        }
    }

    [Fact]
    public void After_a_hot_reload_the_list_has_the_new_segments_and_keeps_the_unchanged_ones()
    {
        var (count, shift, length) = (2, 0, 24_000);
        var list = new NarrationSegmentList(() => count, index => Segment(index + shift, length));
        var index = new NarrationIndex(() => [.. list]);
        var (first, second) = (list[0], list[1]);
        index.All.Count.ShouldBe(2);

        // A segment before the others.
        (count, shift) = (3, -1);
        CodeUpdates.ClearCache(null);
        list.Select(segment => segment.Id).ShouldBe(["S-1", "S0", "S1"]);
        list[1].ShouldBeSameAs(first);
        list[2].ShouldBeSameAs(second);
        index.All.ShouldBe(list);
        index.Find("S-1").ShouldBeSameAs(list[0]);

        // Other lengths.
        length = 48_000;
        CodeUpdates.ClearCache(null);
        list[1].SampleCount.ShouldBe(48_000);
        index.Find("S0")!.SampleCount.ShouldBe(48_000);
    }

    [Fact]
    public void Code_that_runs_before_the_list_is_notified_finds_the_new_segment()
    {
        var count = 1;
        var list = new NarrationSegmentList(() => count, index => Segment(index));
        list.Count.ShouldBe(1);

        count = 2;

        list[1].Id.ShouldBe("S1");
    }

    private static NarrationSegment Segment(int index) => Segment(index, 24_000);

    private static NarrationSegment Segment(int index, int length) =>
        NarrationSegment.Create($"S{index}", "A.", "A.", length, 24_000, 0, length, false, false, null, "narrator", "", null, null);
}
