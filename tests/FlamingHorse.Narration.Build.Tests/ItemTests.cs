using FlamingHorse.Narration.Build.Inputs;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace FlamingHorse.Narration.Build.Tests;

public sealed class ItemTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_item_is_a_segment_at_its_line()
    {
        var (segments, findings) = Read(
            """
            <Project>
              <ItemGroup>
                <Narration Include="Intro.Goal" Text="By the end." Voice="guest" />
              </ItemGroup>
            </Project>
            """,
            Item("Intro.Goal", "By the end.", ("Voice", "guest"))
        );
        findings.ShouldBeEmpty();
        var segment = segments.ShouldHaveSingleItem();
        segment.ShouldSatisfyAllConditions(
            s => s.Id.ShouldBe("Intro.Goal"),
            s => s.Text.ShouldBe("By the end."),
            s => s.Voice.ShouldBe("guest"),
            s => s.SpokenAs.ShouldBeNull()
        );
        segment.Place.Line.ShouldBe(3);
        segment.Place.Column.ShouldBe(6);
    }

    [Theory]
    [InlineData("costs $(Price) euros", "costs  euros")]
    [InlineData("50%20off", "50 off")]
    public void A_text_that_MSBuild_changed_is_warned_about(string written, string became)
    {
        var (_, findings) = Read(
            $"<Project><ItemGroup><Narration Include=\"A\" Text=\"{written}\" /></ItemGroup></Project>",
            Item("A", became)
        );
        findings.ShouldHaveSingleItem().Kind.Code.ShouldBe("FHN1014");
    }

    [Theory]
    [InlineData("100%25 sure", "100% sure")]
    [InlineData("%24(x) and a %3b", "$(x) and a ;")]
    public void An_escape_that_the_author_wrote_is_not_a_change(string written, string became)
    {
        var (_, findings) = Read(
            $"<Project><ItemGroup><Narration Include=\"A\" Text=\"{written}\" /></ItemGroup></Project>",
            Item("A", became)
        );
        findings.ShouldBeEmpty();
    }

    [Fact]
    public void An_item_that_vanished_is_warned_about()
    {
        var (segments, findings) = Read("<Project><ItemGroup><Narration Include=\"Why?\" Text=\"Because.\" /></ItemGroup></Project>");
        segments.ShouldBeEmpty();
        findings.ShouldHaveSingleItem().Kind.Code.ShouldBe("FHN1015");
    }

    [Fact]
    public void An_item_under_a_condition_may_produce_nothing()
    {
        var (_, findings) = Read("<Project><ItemGroup Condition=\"false\"><Narration Include=\"A\" Text=\"x\" /></ItemGroup></Project>");
        findings.ShouldBeEmpty();
    }

    private (IReadOnlyList<ScriptSegment>, List<Finding>) Read(string project, params ITaskItem[] items)
    {
        var findings = new List<Finding>();
        return (ItemSegments.Read(items, _folder.Write("Lesson.csproj", project), findings), findings);
    }

    private static TaskItem Item(string id, string text, params (string Name, string Value)[] metadata)
    {
        var item = new TaskItem(id);
        item.SetMetadata("Text", text.Replace("%", "%25", StringComparison.Ordinal));
        foreach (var (name, value) in metadata)
        {
            item.SetMetadata(name, value);
        }

        return item;
    }
}
