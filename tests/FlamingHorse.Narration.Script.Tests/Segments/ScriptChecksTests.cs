using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests.Segments;

public class ScriptChecksTests
{
    [Fact]
    public void A_sound_script_has_no_findings()
    {
        ScriptChecks
            .Check([
                Item("Intro.Welcome", "Welcome to this video on <mark name='topic'/>matrices."),
                Item("Intro.Goal", "By the end you multiply 1,000 matrices in your head: a < b!"),
                CSharp("Scenes.Intro", "What is said in C#."),
                Item(
                    "standing-waves",
                    "שלום, 👩‍👩‍👧‍👦 says U\u202E+\u202C2028\u2028, NFC and NFD\u0301; --> </script> */ \"quotes\" 'too'"
                ),
            ])
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \r\n\t")]
    [InlineData("\u00A0\u2028\u3000")]
    [InlineData("<mark name='row'/>")]
    [InlineData("...")]
    [InlineData("— !? “”")]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("\u202E\u200B")]
    public void Text_without_anything_to_say_is_an_error(string text)
    {
        Only(CSharp("Intro.Rule", text)).Kind.ShouldBe(ScriptFindings.EmptyText);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("?")]
    public void SpokenAs_without_anything_to_say_is_an_error(string spokenAs)
    {
        Only(CSharp("Intro.Rule", "A rule.") with { SpokenAs = spokenAs }).Message.ShouldContain("omit SpokenAs");
    }

    [Fact]
    public void Symbols_alone_are_a_caption_when_SpokenAs_says_them()
    {
        ScriptChecks.Check([CSharp("Intro.Rule", "∑ = ?") with { SpokenAs = "What is the sum?" }]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a\0b", "U+0000", 2)]
    [InlineData("a\u0007", "U+0007", 2)]
    [InlineData("\u001B[31m", "U+001B", 1)]
    [InlineData("a\u007F", "U+007F", 2)]
    [InlineData("ab{D800}", "U+D800", 3)]
    [InlineData("👩{DC00} b", "U+DC00", 3)]
    [InlineData("a\uFFFE", "U+FFFE", 2)]
    public void Characters_that_cannot_be_stored_are_an_error_that_names_and_places_them(string text, string character, int at)
    {
        // A lone surrogate does not survive as an attribute's argument.
        text = text.Replace("{D800}", "\uD800").Replace("{DC00}", "\uDC00");
        foreach (var segment in (ScriptSegment[])[CSharp("Intro.Rule", text), CSharp("Intro.Rule", "A rule.") with { SpokenAs = text }])
        {
            var finding = Only(segment);
            finding.Kind.ShouldBe(ScriptFindings.InvalidText);
            finding.Message.ShouldContain(character);
            finding.Message.ShouldContain($"character {at}");
        }
    }

    [Fact]
    public void A_text_of_more_than_5000_characters_is_too_long()
    {
        ScriptChecks.Check([CSharp("Intro.Rule", new string('a', 5_000))]).ShouldBeEmpty();
        Only(CSharp("Intro.Rule", new string('a', 5_001))).Kind.ShouldBe(ScriptFindings.TextTooLong);
        foreach (var length in (int[])[5_001, 60_000])
        {
            var finding = Only(CSharp("Intro.Rule", "A rule.") with { SpokenAs = new string('a', length) });
            finding.Kind.ShouldBe(ScriptFindings.TextTooLong);
            finding.Message.ShouldContain($"has {length} characters");
        }
        Only(CSharp("Intro.Rule", new string('a', 1 << 20))).Message.ShouldContain("Split");
    }

    [Fact]
    public void A_long_script_has_the_findings_of_its_parts_in_their_order()
    {
        ScriptSegment[] script =
        [
            .. Enumerable.Range(0, 1_000).Select(i => Item($"Long.Line{i}", i % 3 == 0 ? $"Line ${i}^{{$ is open." : $"Line ${i}^2$.")),
        ];
        var together = ScriptChecks.Check(script).Select(finding => finding.Message).ToList();
        together.ShouldBe([.. script.SelectMany(segment => ScriptChecks.Check([segment])).Select(finding => finding.Message)]);
        together.Count.ShouldBeGreaterThanOrEqualTo(334);
    }

    [Fact]
    public void A_malformed_mark_and_a_mark_in_SpokenAs_are_errors()
    {
        Only(CSharp("Intro.Rule", "a <mark name='row'>row")).Kind.ShouldBe(ScriptFindings.InvalidMark);
        Only(CSharp("Intro.Rule", "A row.") with { SpokenAs = "A <mark name='row'/>row." }).Kind.ShouldBe(ScriptFindings.InvalidMark);
    }

    [Theory]
    [InlineData("x = 2", "'='")]
    [InlineData("x^2 = y^2", "'^' and '='")]
    [InlineData("C_{ij}", "'_', '{' and '}'")]
    [InlineData("\\frac", "'\\'")]
    [InlineData("It has 1234567 digits", "the number 1234567")]
    [InlineData("It has 1,234,567 digits", "the number 1,234,567")]
    [InlineData("Pi is 3.14159265.", "the number 3.14159265")]
    public void A_formula_without_SpokenAs_is_one_warning_that_names_the_symbols(string text, string signs)
    {
        var finding = Only(CSharp("Intro.Rule", text));

        finding.Kind.ShouldBe(ScriptFindings.ReadsLikeAFormula);
        finding.Message.ShouldContain(signs + ",");
        ScriptChecks.Check([CSharp("Intro.Rule", text) with { SpokenAs = "said in words" }]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("It has 123456 digits, in 1999, 2.5 times")]
    [InlineData("A well-known <b>, a < b")]
    public void Small_numbers_and_plain_symbols_are_not_a_formula(string text)
    {
        ScriptChecks.Check([CSharp("Intro.Rule", text)]).ShouldBeEmpty();
    }

    [Fact]
    public void A_symbol_that_the_lexicon_says_is_not_a_formula()
    {
        var lexicon = Lexicon.Parse("= = equals", "l.txt", new List<Finding>());

        ScriptChecks.Check([CSharp("Intro.Rule", "x = 2")], lexicon).ShouldBeEmpty();
    }

    [Fact]
    public void Findings_carry_the_place_and_the_id()
    {
        var finding = Only(CSharp("Intro.Rule", "x = 2"));

        finding.Place.ShouldBe(new SourcePlace("Intro.cs", 3, 5));
        finding.Message.ShouldStartWith("'Intro.Rule': ");
    }

    [Theory]
    [InlineData("Intro.Rule", "Intro.Rule")]
    [InlineData("Intro.Rule", "intro.RULE")]
    [InlineData("caf\u00E9", "cafe\u0301")]
    [InlineData("standing-waves", "StandingWaves")]
    [InlineData("scene_1", "scene-1")]
    [InlineData("Intro", "Intro.Goal")]
    [InlineData("Intro.Goal.First", "Intro.Goal")]
    [InlineData("my-intro", "MyIntro.Goal")]
    public void Two_segments_whose_names_collide_are_an_error_at_both_places(string first, string second)
    {
        var findings = ScriptChecks.Check([
            Item(first, "One.") with
            {
                Place = new SourcePlace("/home/a.csproj", 7, 3),
            },
            Item(second, "Two.") with
            {
                Place = new SourcePlace("/home/b.props", 9, 4),
            },
        ]);

        findings.Count.ShouldBe(2);
        findings.Where(finding => finding.Kind != ScriptFindings.DuplicateId).ShouldBeEmpty();
        var inFirst = findings.Single(finding => finding.Place!.File == "/home/a.csproj");
        var inSecond = findings.Single(finding => finding.Place!.File == "/home/b.props");
        inFirst.Message.ShouldContain("b.props(9,4)");
        inSecond.Message.ShouldContain("a.csproj(7,3)");
    }

    [Fact]
    public void A_segment_with_the_name_of_anothers_cues_is_an_error_at_both_places()
    {
        ScriptChecks.Check([Item("Intro.Goal", "A <mark name='row'/>row."), Item("Intro.GoalCues", "Cues.")]).Count.ShouldBe(2);
        ScriptChecks.Check([Item("Intro.Goal", "A row."), Item("Intro.GoalCues", "Cues.")]).ShouldBeEmpty();
    }

    [Fact]
    public void Of_three_with_one_id_each_is_reported()
    {
        var places = ((int[])[1, 2, 3])
            .Select(line => Item("Intro.Goal", "One.") with { Place = new SourcePlace("a.csproj", line, 1) })
            .ToList();

        ScriptChecks.Check(places).Select(finding => finding.Place!.Line).Distinct().ShouldBe([1, 2, 3], ignoreOrder: true);
    }

    [Fact]
    public void An_annotation_and_an_item_with_one_id_are_an_error_at_both_places()
    {
        ScriptChecks
            .Check([CSharp("Intro.Rule", "One."), Item("Intro.Rule", "Two.")])
            .Select(finding => finding.Place!.File)
            .ShouldBe(["Intro.cs", "Lesson.csproj"], ignoreOrder: true);
    }

    [Fact]
    public void Members_in_CSharp_may_be_named_as_the_author_likes()
    {
        ScriptChecks
            .Check([CSharp("Intro", "One."), CSharp("Intro.Goal", "Two."), CSharp("a_b", "Three."), CSharp("AB", "Four.")])
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_member_with_the_name_of_its_class_is_an_error()
    {
        Only(Item("Intro.Intro", "One.")).Kind.ShouldBe(ScriptFindings.InvalidId);
        Only(Item("Intro.intro.Goal", "One.")).Kind.ShouldBe(ScriptFindings.InvalidId);
        Only(Item("narration", "One.")).Message.ShouldContain("NarrationClassName");
        Only(Item("Intro.Intro", "One.")).Message.ShouldNotContain("NarrationClassName");
        ScriptChecks.Check([Item("Narration", "One.")], className: "Lesson").ShouldBeEmpty();
    }

    [Fact]
    public void Two_ids_without_a_valid_member_are_reported_for_that_alone() =>
        ScriptChecks
            .Check([Item("my-intro.MyIntro", "One."), Item("my_intro.MyIntro", "Two.")])
            .Select(finding => finding.Kind)
            .ShouldBe([ScriptFindings.InvalidId, ScriptFindings.InvalidId]);

    [Fact]
    public void A_class_that_many_segments_make_collides_once() =>
        ScriptChecks.Check([Item("Intro", "One."), Item("Intro.Goal", "Two."), Item("Intro.Rule", "Three.")]).Count.ShouldBe(2);

    [Fact]
    public void The_message_says_if_two_ids_differ_in_case_alone()
    {
        Messages("Intro.Rule", "intro.rule").ShouldAllBe(message => message.Contains("more than case", StringComparison.Ordinal));
        Messages("Intro.Rule", "Intro.Rule").ShouldAllBe(message => !message.Contains("more than case", StringComparison.Ordinal));

        static IEnumerable<string> Messages(string first, string second) =>
            ScriptChecks.Check([Item(first, "One."), Item(second, "Two.")]).Select(finding => finding.Message);
    }

    [Theory]
    [InlineData(50_000, 0)]
    [InlineData(50_001, 1)]
    public void Ten_times_the_longest_text_is_too_long_even_if_most_of_it_is_white_space(int length, int findings)
    {
        var spaces = "One" + new string(' ', length - 7) + "two.";

        ScriptChecks.Check([Item("Intro.Rule", "One.") with { SpokenAs = spaces }]).Count.ShouldBe(findings);
    }

    [Fact]
    public void A_break_in_SpokenAs_that_cannot_be_read_is_an_error_at_the_segment()
    {
        var segment = Item("Intro.Rule", "One.") with { SpokenAs = "One <break time='soon'/> two." };

        Only(segment).Kind.ShouldBe(ScriptFindings.InvalidBreak);
        Only(segment).Message.ShouldContain("In SpokenAs");
    }

    [Fact]
    public void An_invalid_id_is_shown_without_its_control_characters()
    {
        var finding = Only(Item("a\u001B\u202Eb", "One."));

        finding.Kind.ShouldBe(ScriptFindings.InvalidId);
        finding.Message.ShouldStartWith("'aU+001BU+202Eb': ");
    }

    private static Finding Only(ScriptSegment segment) => ScriptChecks.Check([segment]).ShouldHaveSingleItem();

    private static ScriptSegment CSharp(string id, string text) =>
        new()
        {
            Id = id,
            Text = text,
            Place = new SourcePlace("Intro.cs", 3, 5),
            Origin = SegmentOrigin.CSharp,
        };

    private static ScriptSegment Item(string id, string text) =>
        new()
        {
            Id = id,
            Text = text,
            Place = new SourcePlace("Lesson.csproj", 7, 3),
            Origin = SegmentOrigin.Item,
        };
}
