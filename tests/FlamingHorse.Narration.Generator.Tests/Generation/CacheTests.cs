using System.Diagnostics;
using FlamingHorse.Narration.Generator.Tests.Projects;
using Microsoft.CodeAnalysis.CSharp;

namespace FlamingHorse.Narration.Generator.Tests.Generation;

public sealed class CacheTests(ITestOutputHelper output)
{
    private const string Using = "using FlamingHorse.Narration;\nnamespace Lesson;\n";

    [Fact]
    public void An_unrelated_file_changes_nothing()
    {
        var before = Projects.Generation.Of(Lesson().Built());

        var after = before.Then(compilation => compilation.AddSyntaxTrees(before.Project.Parse("Other.cs", "class Unrelated;")));

        after.Ran().ShouldBeEmpty();
        after.Regenerated(before).ShouldBeEmpty();
    }

    [Fact]
    public void An_edit_beside_the_annotations_of_a_file_changes_nothing()
    {
        var before = Projects.Generation.Of(Lesson().Built());

        var after = before.Edit(0, "// here", "public static int Answer => 42; // here");

        after.Ran().ShouldBeEmpty();
        after.Regenerated(before).ShouldBeEmpty();
    }

    [Fact]
    public void Reformatting_an_annotation_changes_nothing()
    {
        var before = Projects.Generation.Of(Lesson().Built());

        var after = before.Edit(0, "[Narration(\"One.\")]", "[\n   Narration( \"On\" + \"e.\" ) ]\n");

        after.Regenerated(before).ShouldBeEmpty();
    }

    [Fact]
    public void A_new_object_for_an_equal_manifest_changes_nothing()
    {
        var before = Projects.Generation.Of(Lesson().Built(NarrationProject.Item("Goal", "x")));

        var after = before.Then(before.Project);

        after.Ran().ShouldBeEmpty();
        after.Regenerated(before).ShouldBeEmpty();
    }

    [Fact]
    public void A_changed_text_regenerates_its_type_s_file_and_no_other()
    {
        var before = Projects.Generation.Of(Lesson().InEditor());

        var after = before.Edit(0, "One.", "Quite another text.");

        after.Regenerated(before).ShouldBe(["Lesson.First.g.cs"]);
        after.Files["Lesson.First.g.cs"].ShouldContain("“Quite another text.” — ");
        after.Files["Lesson.First.g.cs"].ShouldContain("(estimated)");
    }

    [Fact]
    public void A_moved_mark_keeps_the_duration_and_moves_the_cue()
    {
        var project = NarrationProject
            .Of(
                Using
                    + """partial class First { [Narration("One long <mark name='x'/>sentence.")] """
                    + """static partial NarrationSegment A { get; } }"""
            )
            .InEditor();
        var before = Projects.Generation.Of(project);

        var after = before.Edit(0, "long <mark name='x'/>", "<mark name='x'/>long ");

        var (old, now) = (before.Files["Lesson.First.g.cs"], after.Files["Lesson.First.g.cs"]);
        now.ShouldNotBe(old);
        now.ShouldNotContain("One long sentence.” — 0");
        Line(now, "2400,").ShouldBe(Line(old, "2400,"));
        now.ShouldContain("slt");

        static string Line(string file, string part) => file.Split('\n').Single(line => line.Contains(part));
    }

    [Fact]
    public void A_changed_duration_regenerates_its_type_s_file_and_no_other()
    {
        var project = Lesson().Built(NarrationProject.Item("Goal", "x"));
        var before = Projects.Generation.Of(project);
        var segments = project.Manifest!.Segments.Select(segment =>
            segment.Id == "Second.B" ? segment with { SampleCount = 999_999 } : segment
        );

        var after = before.Then(project with { Manifest = project.Manifest with { Segments = [.. segments] } });

        after.Regenerated(before).ShouldBe(["Lesson.Second.g.cs"]);
        after.Files["Lesson.Second.g.cs"].ShouldContain("999999, 24000");
    }

    [Fact]
    public void A_new_segment_in_a_type_leaves_the_catalog_as_it_is()
    {
        var before = Projects.Generation.Of(Lesson().InEditor());

        var after = before.Edit(0, "// here", """[Narration("New.")] public static partial NarrationSegment C { get; }""");

        after.Regenerated(before).ShouldBe(["Lesson.First.g.cs"]);
        after.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void An_unrelated_edit_beside_ten_thousand_segments_runs_nothing()
    {
        var sources = Enumerable
            .Range(0, 100)
            .Select(file =>
                Using
                + $"public static partial class Scene{file} {{ // here\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 100)
                        .Select(i =>
                            $"    [Narration(\"Sentence {i} of scene {file}.\")] public static partial NarrationSegment S{i} {{ get; }}\n"
                        )
                )
                + "}"
            );
        var before = Projects.Generation.Of(NarrationProject.Of([.. sources, "class Other { int x; }"]).Built());
        before.Files.Count.ShouldBe(101);

        var after = before.Edit(100, "int x;", "int y;");
        after.Ran().ShouldBeEmpty();
        after.Regenerated(before).ShouldBeEmpty();
        var ours = after
            .Result.TrackedSteps.Where(step => PipelineWalk.Names.Contains(step.Key))
            .ToDictionary(step => step.Key, step => step.Value.Sum(run => run.ElapsedTime.TotalMilliseconds));
        foreach (var (step, time) in ours)
            output.WriteLine($"{step}: {time:0.000} ms");

        var inside = after.Edit(0, "// here", "static int Answer => 42;");
        inside.Ran().ShouldBeEmpty();
        inside.Regenerated(after).ShouldBeEmpty();

        var clock = Stopwatch.StartNew();
        var changed = inside.Edit(0, "Sentence 7 of scene 0.", "Another sentence.");
        output.WriteLine($"one text changed, all of Roslyn's work included: {clock.Elapsed.TotalMilliseconds:0} ms");
        changed.Regenerated(inside).ShouldBe(["Lesson.Scene0.g.cs"]);
    }

    [Fact]
    public void The_pipeline_walk_finds_what_must_not_be_cached()
    {
        var tree = CSharpSyntaxTree.ParseText("class C;");

        Should
            .Throw<ShouldAssertException>(() => PipelineWalk.Walk(new { Deep = new object[] { 1, tree.GetRoot() } }, "", []))
            .Message.ShouldContain("CompilationUnitSyntax");
    }

    private static NarrationProject Lesson() =>
        NarrationProject.Of(
            Using
                + """
                public static partial class First
                {
                    [Narration("One.")] public static partial NarrationSegment A { get; }
                    // here
                    [Narration("Two.")] public static partial NarrationSegment B { get; }
                }
                """,
            Using + """public static partial class Second { [Narration("Three.")] public static partial NarrationSegment B { get; } }"""
        );
}
