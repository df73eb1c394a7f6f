using System.Text;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Script.Tests.Segments;

public class SegmentIdTests
{
    [Theory]
    [InlineData("Scenes.Intro.Welcome", "Scenes Intro Welcome")]
    [InlineData("standing-waves.intro", "StandingWaves Intro")]
    [InlineData("scene_01_intro", "Scene01Intro")]
    [InlineData("2nd.class", "_2nd Class")]
    [InlineData("my segment", "MySegment")]
    [InlineData("HTTPServer.v2", "HTTPServer V2")]
    [InlineData("größe.第一課.añb", "Größe 第一課 Añb")]
    public void Each_part_becomes_an_identifier(string id, string parts)
    {
        SegmentId.Problem(id).ShouldBeNull();
        string.Join(' ', SegmentId.Parts(id)).ShouldBe(parts);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("../../x")]
    [InlineData("..")]
    [InlineData("Intro.")]
    [InlineData(".Intro")]
    [InlineData("Intro..Goal")]
    [InlineData("Intro/Goal")]
    [InlineData("Intro\\Goal")]
    [InlineData("C:\\x")]
    [InlineData("C:x")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a\u202Eb")]
    [InlineData("a*b")]
    [InlineData("a?b")]
    [InlineData("a;b")]
    [InlineData("~a")]
    [InlineData("$(a)")]
    [InlineData("Intro.--.Goal")]
    [InlineData("Intro.-")]
    [InlineData("<b>")]
    public void An_invalid_id_has_a_problem_that_says_what_to_write(string id)
    {
        SegmentId.Problem(id).ShouldNotBeNull().ShouldContain("Intro.Welcome");
    }

    [Theory]
    [InlineData("Intro!Goal", "'!'")]
    [InlineData("a\0b", "the character U+0000")]
    [InlineData("a\u202Eb", "the character U+202E")]
    [InlineData("a\uE000b", "'\uE000'")]
    public void The_character_that_is_not_allowed_is_named(string id, string named) =>
        SegmentId.Problem(id).ShouldNotBeNull().ShouldContain($"contains {named}, which");

    [Theory]
    [InlineData("a.z.A.Z.b0.b9", true)]
    [InlineData("a`", false)] // before a
    [InlineData("a{", false)] // after z
    [InlineData("a@", false)] // before A
    [InlineData("a[", false)] // after Z
    [InlineData("a\u0301", true)]
    [InlineData("क\u093E", true)]
    [InlineData("Ⅻ", true)]
    public void Letters_digits_and_what_is_set_upon_them_are_allowed(string id, bool isAllowed) =>
        (SegmentId.Problem(id) is null).ShouldBe(isAllowed);

    [Fact]
    public void An_id_has_at_most_500_characters()
    {
        SegmentId.Problem(new string('x', 500)).ShouldBeNull();
        SegmentId.Problem(new string('x', 501)).ShouldNotBeNull().ShouldContain("501");
    }

    [Theory]
    [InlineData("Scenes.Intro.Welcome")]
    [InlineData("standing-waves")]
    [InlineData("scene_01_intro")]
    [InlineData("Console")]
    [InlineData("Intro.CON")]
    [InlineData("COM10")]
    [InlineData("第一課.かな")]
    [InlineData("azAZ09")]
    [InlineData("\u3041\u3096")] // the first and the last of Hiragana
    [InlineData("\u4E00\u9FFF")] // and of the unified ideographs
    [InlineData("COM")]
    [InlineData("COMA")]
    [InlineData("LPT")]
    public void A_portable_id_is_its_own_file_name(string id)
    {
        SegmentId.FileName(id).ShouldBe(id);
    }

    [Theory]
    [InlineData("CON")]
    [InlineData("con")]
    [InlineData("nul.Intro")]
    [InlineData("LPT1")]
    [InlineData("Com².x")]
    [InlineData("my segment")]
    [InlineData("Größe")]
    [InlineData("../../x")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\x")]
    [InlineData("a\0b")]
    [InlineData("x.")]
    [InlineData(".x")]
    [InlineData("a%b;c@d'e$(f)")]
    [InlineData("第一課.한글")]
    [InlineData("がぎ")]
    [InlineData("COM0")]
    [InlineData("LPT9")]
    [InlineData("CON ")]
    [InlineData(".CON")]
    public void Any_other_becomes_a_safe_file_name(string id)
    {
        ShouldBeSafe(SegmentId.FileName(id));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_kept_out_of_ids_and_file_names()
    {
        SegmentId.Problem("a\uD800").ShouldNotBeNull().ShouldContain("U+D800");
        ShouldBeSafe(SegmentId.FileName("a\uD800"));
    }

    [Theory]
    [InlineData("\u0080")] // the first beyond ASCII
    [InlineData("\u3040")] // before Hiragana
    [InlineData("\u3097")]
    [InlineData("\u4DFF")] // before the unified ideographs
    [InlineData("\uA000")]
    [InlineData("/")] // before 0
    [InlineData(":")] // after 9
    [InlineData("@")]
    [InlineData("[")]
    [InlineData("`")]
    [InlineData("{")]
    public void A_character_that_some_file_system_takes_otherwise_is_replaced(string character) =>
        SegmentId.FileName(character).ShouldMatch("^_~[0-9a-f]{12}$");

    [Theory]
    [InlineData("x", 200, 200)]
    [InlineData("x", 201, 200)]
    [InlineData("第", 66, 198)]
    [InlineData("第", 67, 199)] // 62 of them, and the hash
    public void A_file_name_has_at_most_200_bytes(string letter, int count, int bytes) =>
        Encoding.UTF8.GetByteCount(SegmentId.FileName(string.Concat(Enumerable.Repeat(letter, count)))).ShouldBe(bytes);

    [Fact]
    public void A_long_id_is_cut_to_200_bytes_and_stays_apart_from_others_with_the_same_beginning()
    {
        foreach (var letter in (string[])["x", "第"])
        {
            var one = SegmentId.FileName(string.Concat(Enumerable.Repeat(letter, 300)) + ".a");
            var other = SegmentId.FileName(string.Concat(Enumerable.Repeat(letter, 300)) + ".b");

            ShouldBeSafe(one);
            one.ShouldNotBe(other);
        }
    }

    [Fact]
    public void Ids_that_differ_only_in_characters_that_file_names_cannot_hold_have_different_files()
    {
        string[] ids = ["a b", "a_b", "a-b", "ä b", "ö b", "_CON", "CON", "Con.x", "_Con.x", "é", "e\u0301"];

        ids.Select(SegmentId.FileName).Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(ids.Length);
    }

    [Fact]
    public void A_file_name_keeps_no_character_that_a_file_system_decomposes()
    {
        var kept = Enumerable
            .Range(0x80, char.MaxValue - 0x80)
            .Select(point => (char)point)
            .Where(c => SegmentId.FileName($"a{c}") == $"a{c}");

        // In form D, which HFS+ gives to every name; and there are such characters at all.
        var names = string.Concat(kept);
        names.Normalize(NormalizationForm.FormD).ShouldBe(names);
        names.ShouldContain('第');
        names.ShouldContain('か');
        names.ShouldNotContain('が');
        names.ShouldNotContain('한');
    }

    private static void ShouldBeSafe(string name)
    {
        Encoding.UTF8.GetByteCount(name).ShouldBeInRange(1, 200);
        name.ShouldContain('~');
        name.ShouldNotContain("..");
        name.Where(c => !char.IsLetterOrDigit(c) && c is not ('.' or '_' or '-' or '~')).ShouldBeEmpty();
        name[0].ShouldNotBe('.');
        name[^1].ShouldNotBe('.');
        name.Split('.')[0].ToUpperInvariant().ShouldNotBeOneOf("CON", "NUL", "LPT1", "COM²", "COM_");
    }
}
