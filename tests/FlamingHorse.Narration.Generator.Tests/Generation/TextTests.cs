using System.Reflection;
using System.Runtime.Loader;
using System.Xml.Linq;
using FlamingHorse.Narration.Generator.Tests.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlamingHorse.Narration.Generator.Tests.Generation;

public sealed class TextTests
{
    public static readonly TheoryData<string> Literals = new()
    {
        "\"\"",
        "\"   \"",
        "\"?!\"",
        "\"a\\0b\"",
        "\"\\ud800 lone \\udc00\"",
        "\"\\ud83d\\udc68\\u200d\\ud83d\\udc69\\u200d\\ud83d\\udc67 👨‍👩‍👧\"",
        "\"שלום \\u202eabc\\u202c\"",
        "\"a\\u2028b\\u2029c\\u0085d\"",
        "@\"a\r\nb\nc\"",
        "\"e\\u0301 \\u00e9 é é\"",
        "\"--> </script> */ // /* {0} }} \\\\u0041 \"",
        "@\"quote \"\" and \\ slash\"",
        "\"\\x1b[0m\\a\\b\\f\\v\\t\"",
        "\"\"\"\"raw \"\"\" quotes\"\"\"\"",
        "\"\"\"\r\n    a\r\n      b\n    \"\"\"",
        "\"<mark name='x'/>at the start\"",
        "\"\\ufeff\\ufffe\\uffff\"",
        "\"" + new string('x', 100_000) + "\"",
        "\"]]> &amp; <b> &#0; ${x} $(y) %25 `z` 'q'\"",
        "\"\\U0001F600\\u0020\\e\"",
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void The_text_is_exactly_the_compiler_s_constant(string literal)
    {
        var project = NarrationProject.Of(
            $$"""
            using FlamingHorse.Narration;
            namespace Lesson;
            public static partial class Intro
            {
                public const string Constant = {{literal}};
                [Narration({{literal}})] public static partial NarrationSegment Text { get; }
                [Narration(Constant, Id = "other")] public static partial NarrationSegment Named { get; }
            }
            """
        );

        foreach (var way in new[] { project.Built(), project.InEditor(), project with { Manifest = null } })
        {
            var generation = Projects.Generation.Of(way);
            generation.Errors.ShouldBeEmpty();
            using var app = new App(generation.Output);

            var constant = (string)app.Type("Lesson.Intro").GetField("Constant")!.GetRawConstantValue()!;
            foreach (var name in new[] { "Text", "Named" })
                app.Segment("Lesson.Intro", name).Text.ShouldBe(constant.Replace("<mark name='x'/>", ""));
        }
    }

    [Fact]
    public void A_running_app_has_every_segment_once()
    {
        var project = NarrationProject
            .Of(
                """
                using FlamingHorse.Narration;
                namespace Lesson;
                public partial class Box<T>
                {
                    [Narration("In a generic type.")] public static partial NarrationSegment S { get; }
                    private partial interface IHidden
                    { [Narration("Hidden, with a <mark name='x'/>mark.")] static partial NarrationSegment S { get; } }
                }
                public static class Uses
                {
                    public static System.Collections.Generic.IReadOnlyList<NarrationSegment> All => NarrationCatalog.All;
                    public static NarrationSegment? Find(string id) => NarrationCatalog.Find(id);
                    public static bool IsOne => ReferenceEquals(Box<int>.S, Box<string>.S)
                        && ReferenceEquals(Box<int>.S, Box<int>.NarrationSegments[0]) && ReferenceEquals(Find("box.s"), Box<int>.S);
                    public static NarrationSegment Goal => Narration.Goal;
                }
                """
            )
            .Built(NarrationProject.Item("Goal", "x"));
        using var app = new App(Projects.Generation.Of(project).Output);

        var all = (IReadOnlyList<NarrationSegment>)app.Type("Lesson.Uses").GetProperty("All")!.GetValue(null)!;

        all.Select(segment => segment.Id).ShouldBe(["Box.S", "Box.IHidden.S", "Goal"]);
        app.Type("Lesson.Uses").GetProperty("IsOne")!.GetValue(null).ShouldBe(true);
        var known = project.Manifest!.Segments.Single(segment => segment.Id == "Box.IHidden.S");
        (
            all[1].SampleCount,
            all[1].SampleRate,
            all[1].AudioFile,
            all[1].AudioHash,
            all[1].Voice,
            all[1].Model,
            all[1].IsEstimated
        ).ShouldBe((known.SampleCount, known.SampleRate, known.AudioFile, known.AudioHash, known.Voice, known.Model, false));
        all[1].At("x").At.ShouldBe(TimeSpan.FromTicks((4801 * TimeSpan.TicksPerSecond + 12_000) / 24_000));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(50)]
    public void Each_member_of_a_large_type_is_its_own_segment(int count)
    {
        var members = Enumerable
            .Range(0, count)
            .Select(n => $"[Narration(\"Number {n}.\")] public static partial NarrationSegment S{n} {{ get; }}");
        var generation = Projects.Generation.Of(
            NarrationProject
                .Of($"using FlamingHorse.Narration; namespace Lesson; public static partial class Intro {{ {string.Concat(members)} }}")
                .Built()
        );
        generation.Errors.ShouldBeEmpty();
        using var app = new App(generation.Output);

        var all = (IReadOnlyList<NarrationSegment>)app.Type("Lesson.Intro").GetProperty("NarrationSegments")!.GetValue(null)!;

        all.Select(segment => segment.Text).ShouldBe(Enumerable.Range(0, count).Select(n => $"Number {n}."));
        Enumerable.Range(0, count).ShouldAllBe(n => ReferenceEquals(app.Segment("Lesson.Intro", $"S{n}"), all[n]));
    }

    [Fact]
    public void Documentation_at_a_use_holds_the_author_s_words_the_text_and_the_duration()
    {
        var project = NarrationProject.Of(
            """
            using System.Text;
            using FlamingHorse.Narration;
            namespace Lesson;
            public static partial class Intro
            {
                /// <summary>
                /// Says hello to <see cref="StringBuilder"/>.
                /// </summary>
                /// <remarks>Twice.</remarks>
                [Narration("Welcome & <b>hello</b> to */ /// you.")] public static partial NarrationSegment Welcome { get; }

                /** <summary>In a block.</summary> */
                [Narration("Block.")] public static partial NarrationSegment Block { get; }
            }
            class Uses { object Use => (Intro.Welcome, Intro.Block); }
            """
        );

        var built = XElement.Parse(DocumentationAtUse(Projects.Generation.Of(project.Built()).Output, "Welcome"));
        built.Value.ShouldContain("Says hello to");
        built.Value.ShouldContain("“Welcome & <b>hello</b> to */ /// you.” — ");
        built.Value.ShouldContain("Twice.");
        built.Value.ShouldContain(" s");
        built.Value.ShouldNotContain("estimated");
        built.Descendants("see").Single().Attribute("cref")!.Value.ShouldBe("T:System.Text.StringBuilder");

        var inEditor = XElement.Parse(DocumentationAtUse(Projects.Generation.Of(project with { Manifest = null }).Output, "Block"));
        inEditor.Value.ShouldContain("In a block.");
        inEditor.Value.ShouldContain("“Block.” — ");
        inEditor.Value.ShouldContain("(estimated)");
    }

    [Fact]
    public void An_editor_shows_a_formula_as_captions_do_and_how_it_is_spoken()
    {
        var project = NarrationProject.Of(
            """
            using FlamingHorse.Narration;
            namespace Lesson;
            public static partial class Intro
            {
                [Narration(@"See $\frac{x^2}{2} < y$.")] public static partial NarrationSegment Half { get; }
                [Narration("No formula.")] public static partial NarrationSegment Plain { get; }
            }
            class Uses { object Use => (Intro.Half, Intro.Plain); }
            """
        );

        foreach (var way in new[] { project.Built(), project with { Manifest = null } })
        {
            var output = Projects.Generation.Of(way).Output;
            var shown = XElement.Parse(DocumentationAtUse(output, "Half")).Value;
            shown.ShouldContain("“See x²/2 < y.” — ");
            shown.ShouldContain("Spoken: “See x squared over two is less than y.”");
            XElement.Parse(DocumentationAtUse(output, "Plain")).Value.ShouldNotContain("Spoken");
        }
    }

    private static string DocumentationAtUse(CSharpCompilation compilation, string member)
    {
        var tree = compilation.SyntaxTrees[0];
        var use = tree.GetRoot()
            .DescendantNodes()
            .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.MemberAccessExpressionSyntax>()
            .Single(access => access.Name.Identifier.ValueText == member);
        return compilation.GetSemanticModel(tree).GetSymbolInfo(use).Symbol!.GetDocumentationCommentXml()!;
    }

    private sealed class App : IDisposable
    {
        private readonly AssemblyLoadContext _context = new("app", isCollectible: true);
        private readonly Assembly _assembly;

        public App(CSharpCompilation compilation)
        {
            using var image = new MemoryStream();
            compilation.Emit(image).Success.ShouldBeTrue();
            image.Position = 0;
            _assembly = _context.LoadFromStream(image);
        }

        public Type Type(string name) => _assembly.GetType(name, throwOnError: true)!;

        public NarrationSegment Segment(string type, string name) => (NarrationSegment)Type(type).GetProperty(name)!.GetValue(null)!;

        public void Dispose() => _context.Unload();
    }
}
