using FlamingHorse.Narration.Generator.Tests.Projects;

namespace FlamingHorse.Narration.Generator.Tests.Generation;

public sealed class ShapeTests
{
    private const string Using = "using FlamingHorse.Narration;\n";

    public static readonly TheoryData<string, string[]> Shapes = new()
    {
        {
            "StaticClass",
            [
                """
                    namespace Lesson.Scenes;
                    public static partial class Intro
                    {
                        /// <summary>Says hello.</summary>
                        /// <remarks>Once, see <see cref="List{T}"/>.</remarks>
                        [Narration("Welcome to this video on matrix multiplication.")]
                        public static partial NarrationSegment Welcome { get; }

                        [Narration("Each entry sums the products of a <mark name='row'/>row and a <mark name='column'/>column.",
                            Voice = "guest")]
                        public static partial NarrationSegment Rule { get; }
                    }
                    """,
            ]
        },
        { "GlobalNamespace", ["""partial class Intro { [Narration("a")] internal static partial NarrationSegment Welcome { get; } }"""] },
        {
            "NestedInStruct",
            [
                """namespace A.B { public partial struct Outer { internal partial record struct Middle {"""
                    + """ public partial class Inner { [Narration("a")]"""
                    + """ protected internal static partial NarrationSegment S { get; } } } } }""",
            ]
        },
        {
            "GenericInterface",
            [
                """namespace Lesson; public partial interface IScene<in T, out U>"""
                    + """ where T : class { [Narration("a <mark name='x'/>b")] static partial NarrationSegment S { get; } }""",
            ]
        },
        {
            "GenericRecord",
            [
                """namespace Lesson; public partial record Box<T>(T Value) where T : new() {"""
                    + """ public partial record Deep<U> { [Narration("a")] public static partial NarrationSegment S { get; } } }""",
            ]
        },
        {
            "PrivateMember",
            [
                """namespace Lesson; public partial class Outer {"""
                    + """ private partial class Hidden { [Narration("a <mark name='x'/>b")]"""
                    + """ private static partial NarrationSegment S { get; } } }""",
            ]
        },
        {
            "Keywords",
            [
                """namespace Lesson.@namespace; partial class @class { [Narration("a <mark name='new'/>b")]"""
                    + """ public static partial NarrationSegment @event { get; } }""",
            ]
        },
        {
            "PartsInTwoFiles",
            [
                """namespace Lesson; static partial class Intro { [Narration("first")]"""
                    + """ public static partial NarrationSegment First { get; } }""",
                """namespace Lesson; static partial class Intro { [Narration("second")]"""
                    + """ public static partial NarrationSegment? Second { get; } }""",
            ]
        },
        {
            "NamesTaken",
            [
                """
                    namespace Lesson;
                    partial class Intro
                    {
                        [Narration("a <mark name='x'/>b")] public static partial NarrationSegment S { get; }
                        public static int NarrationSegments => 1;
                        public class SCues;
                    }
                    """,
            ]
        },
        {
            "Inherited",
            [
                """
                    namespace Lesson;
                    public partial class Base { [Narration("a <mark name='x'/>b")] public static partial NarrationSegment S { get; } }
                    public partial class Derived : Base
                    { [Narration("c <mark name='x'/>d", Id = "other")] public new static partial NarrationSegment S { get; } }
                    """,
            ]
        },
        {
            "NamesThatDifferInCase",
            [
                """
                    namespace Lesson;
                    static partial class Intro { [Narration("a")] public static partial NarrationSegment S { get; } }
                    static partial class intro { [Narration("b", Id = "b")] public static partial NarrationSegment S { get; } }
                    static partial class Intro<T> { [Narration("c", Id = "c")] public static partial NarrationSegment S { get; } }
                    static partial class A_B { [Narration("d")] public static partial NarrationSegment S { get; } }
                    static partial class A { internal static partial class B
                    { [Narration("e")] public static partial NarrationSegment S { get; } } }
                    """,
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_compiles_without_a_warning_to_the_approved_code(string name, string[] sources)
    {
        var generation = Projects.Generation.Of(Project(sources).Built());

        generation.Errors.ShouldBeEmpty();
        Snapshot.Matches(name, generation);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_compiles_before_the_build_knows_it(string name, string[] sources)
    {
        var generation = Projects.Generation.Of(Project(sources) with { Manifest = null });

        generation.Errors.ShouldBeEmpty(name);
        generation.Files.Values.ShouldContain(file => file.Contains("(estimated)"));
    }

    [Fact]
    public void Items_become_nested_classes_in_the_root_namespace()
    {
        var project = NarrationProject
            .Of(
                Using
                    + """
                    namespace Lesson.Scenes;
                    static partial class Uses
                    {
                        [Narration("The attribute and the class have one name.")] public static partial NarrationSegment Attribute { get; }
                        public static NarrationSegment Goal => Narration.Intro.Goal;
                        public static NarrationCue Row => Narration.Intro.RuleCues.Row;
                        public static object All =>
                            (Narration.NarrationSegments, Narration.StandingWaves.Part2.NarrationSegments, NarrationCatalog.All);
                    }
                    """
            )
            .Built(
                NarrationProject.Item("Intro.Goal", "By the end you multiply matrices in your head."),
                NarrationProject.Item("Intro.Rule", "A <mark name='row'/>row."),
                NarrationProject.Item("Top", "At the top."),
                NarrationProject.Item("standing-waves.part 2.class", "Odd names.")
            );

        var generation = Projects.Generation.Of(project);

        generation.Errors.ShouldBeEmpty();
        Snapshot.Matches("Items", generation);
    }

    [Theory]
    [InlineData("")]
    [InlineData("My-App.2nd")]
    public void The_container_stands_in_any_root_namespace(string root)
    {
        var project = (NarrationProject.Of() with { RootNamespace = root, ClassName = "Said" }).Built(NarrationProject.Item("Goal", "x"));

        var generation = Projects.Generation.Of(project);

        generation.Errors.ShouldBeEmpty();
        generation.Files.Keys.ShouldContain("Said.Items.g.cs");
    }

    [Fact]
    public void The_author_may_declare_a_part_of_the_container()
    {
        var project = NarrationProject
            .Of("namespace Lesson; public static partial class Narration { public static int Count => NarrationSegments.Count; }")
            .Built(NarrationProject.Item("Goal", "x"));

        Projects.Generation.Of(project).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Items_that_the_build_will_refuse_still_compile()
    {
        string[] ids =
        [
            "Intro",
            "Intro.Goal",
            "intro.goal",
            "Same.Same",
            "Narration",
            "Narration.X",
            "../x",
            "",
            "Cues.A",
            "Cues.ACues",
            "Cues.NarrationSegments",
        ];
        var project = NarrationProject.Of().InEditor([.. ids.Select(id => NarrationProject.Item(id, "a <mark name='x'/>b"))]);

        Projects.Generation.Of(project).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_project_that_sees_another_s_internals_has_a_catalog_of_its_own()
    {
        const string Segment = """[Narration("a")] public static partial NarrationSegment S { get; }""";
        var library = Project([
            """[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("App")]"""
                + $$""" namespace Library { public static partial class Intro { {{Segment}} } }""",
        ]) with
        {
            AssemblyName = "Library",
            RootNamespace = "Library",
        };
        var app = Project([
            $$"""namespace App; static partial class Intro { {{Segment}}"""
                + """ static object All => (NarrationCatalog.All, Narration.Goal, Library.Intro.S); }""",
        ]) with
        {
            AssemblyName = "App",
            RootNamespace = "App",
            ProjectReferences = [Projects.Generation.Of(library.Built(NarrationProject.Item("Goal", "x"))).Output],
        };

        Projects.Generation.Of(app.Built(NarrationProject.Item("Goal", "x"))).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_project_without_narration_gets_nothing() => Projects.Generation.Of(NarrationProject.Of("class C;")).Files.ShouldBeEmpty();

    private static NarrationProject Project(string[] sources) =>
        NarrationProject.Of([.. sources.Select(source => "using System.Collections.Generic;\n" + Using + source)]);
}
