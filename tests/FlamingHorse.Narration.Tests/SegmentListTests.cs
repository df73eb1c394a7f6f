namespace FlamingHorse.Narration.Tests;

public sealed class SegmentListTests
{
    [Fact]
    public void A_segment_is_made_when_it_is_asked_for_and_stays_the_same()
    {
        var made = new List<int>();
        var list = new NarrationSegmentList(3, index =>
        {
            made.Add(index);
            return Segment(index);
        });

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
            var list = new NarrationSegmentList(1, Segment);
            var seen = new NarrationSegment[4];
            Parallel.For(0, seen.Length, i => seen[i] = list[0]);

            seen.Distinct(ReferenceEqualityComparer.Instance).Count().ShouldBe(1);
        }
    }

    private static NarrationSegment Segment(int index) =>
        NarrationSegment.Create($"S{index}", "A.", "A.", 24_000, 24_000, 0, 24_000, false, false, null, "narrator", "", null, null);
}
