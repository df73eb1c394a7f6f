using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Script.Tests.Segments;

public class LessonOrderTests
{
    [Theory]
    [InlineData("Scenes.Intro.Welcome", "Scenes.Intro")]
    [InlineData("Welcome", "")]
    [InlineData(".Welcome", "")]
    public void A_scene_is_what_stands_before_the_last_dot(string id, string scene) => LessonOrder.SceneOf(id).ShouldBe(scene);

    [Fact]
    public void Sources_come_first_then_items_as_evaluated_then_script_files_by_their_paths() =>
        Sort(
                Segment("D.a", SegmentOrigin.ScriptFile, "/p/z.md"),
                Segment("C.a", SegmentOrigin.ScriptFile, "/p/a.md"),
                Segment("B.a", SegmentOrigin.Item, "/p/z.props"),
                Segment("A.z", SegmentOrigin.Item, "/p/a.csproj"),
                Segment("F.a", SegmentOrigin.CSharp, "/p/b.cs"),
                Segment("E.a", SegmentOrigin.CSharp, "/p/a.cs")
            )
            .ShouldBe(["E.a", "F.a", "B.a", "A.z", "C.a", "D.a"]);

    [Fact]
    public void A_file_from_elsewhere_is_ordered_by_its_link() =>
        Sort(
                Segment("B.a", SegmentOrigin.CSharp, "/p/b.cs"),
                Segment("C.a", SegmentOrigin.CSharp, "/p/c.cs"),
                Segment("A.a", SegmentOrigin.CSharp, "/elsewhere/z.cs")
            )
            .ShouldBe(["A.a", "B.a", "C.a"]);

    [Fact]
    public void Scenes_go_by_the_least_that_is_stated_in_them_and_by_0_where_nothing_is() =>
        Sort(
                Segment("Late.a", SegmentOrigin.Item) with
                {
                    Order = 7,
                },
                Segment("Plain.a", SegmentOrigin.Item),
                Segment("Early.a", SegmentOrigin.Item) with
                {
                    Order = 9,
                },
                Segment("early.b", SegmentOrigin.Item) with
                {
                    Order = -1,
                }
            )
            .ShouldBe(["early.b", "Early.a", "Plain.a", "Late.a"]);

    [Fact]
    public void Within_a_scene_items_go_by_their_order_and_members_of_a_type_as_they_are_written() =>
        Sort(
                Segment("S.first", SegmentOrigin.CSharp) with
                {
                    Order = 5,
                },
                Segment("S.second", SegmentOrigin.CSharp) with
                {
                    Order = 1,
                },
                Segment("S.third", SegmentOrigin.Item) with
                {
                    Order = 2,
                },
                Segment("S.fourth", SegmentOrigin.Item) with
                {
                    Order = 1,
                },
                Segment("S.fifth", SegmentOrigin.Item)
            )
            .ShouldBe(["S.first", "S.second", "S.fifth", "S.fourth", "S.third"]);

    [Theory]
    [InlineData("/p/Scenes/a.cs", "/p", "Scenes/a.cs")]
    [InlineData("/p/Scenes/a.cs", "/p/", "Scenes/a.cs")]
    [InlineData(@"C:\p\Scenes\a.cs", @"C:\p\", "Scenes/a.cs")]
    [InlineData("/project/a.cs", "/p", "/project/a.cs")]
    [InlineData("/elsewhere/z.cs", "/p", "A/linked.cs")]
    [InlineData("/p/a.cs", "", "/p/a.cs")]
    [InlineData("/p/a.cs", "/", "/p/a.cs")]
    public void A_file_is_named_from_its_project_or_by_its_link(string path, string project, string name) =>
        SourcePath.Of(path, project, _links).ShouldBe(name);

    [Fact]
    public void Links_are_pairs_and_what_is_no_pair_is_left_out()
    {
        var links = SourceLinks.Parse("/a.cs*A/a.cs|no pair|*only a link|/only/a/path*|/b.cs*b");

        new[] { "/a.cs", "no pair", "", "/only/a/path", "/b.cs" }.Select(links.Find).ShouldBe(["A/a.cs", null, null, null, "b"]);
        SourceLinks.Parse("").ShouldBeSameAs(SourceLinks.None);
    }

    private static readonly SourceLinks _links = SourceLinks.Parse(@"/elsewhere/z.cs*A\linked.cs");

    private static IEnumerable<string> Sort(params ScriptSegment[] segments) =>
        LessonOrder.Sort(segments, "/p", _links).Select(segment => segment.Id);

    private static ScriptSegment Segment(string id, SegmentOrigin origin, string file = "/p/a.cs") =>
        new()
        {
            Id = id,
            Text = "A text.",
            Place = new SourcePlace(file),
            Origin = origin,
        };
}
