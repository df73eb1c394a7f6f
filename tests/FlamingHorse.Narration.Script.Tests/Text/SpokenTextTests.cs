using System.Globalization;
using System.Text;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests.Text;

public class SpokenTextTests
{
    [Theory]
    [InlineData("Rows  and\tcolumns", "Rows and columns")]
    [InlineData("Rows\r\nand\rcolumns\n", "Rows and columns")]
    [InlineData(" Rows\u2028and\u2029columns\u0085", "Rows and columns")]
    [InlineData("Rows\u00A0and\u3000columns\u2003", "Rows and columns")]
    [InlineData("", "")]
    [InlineData(" \r\n\t", "")]
    [InlineData("Poincare\u0301", "Poincaré")]
    [InlineData("한", "한")]
    [InlineData("\u212B", "Å")]
    public void White_space_becomes_one_space_and_characters_are_composed(string text, string normalized)
    {
        NormalizedText.Of(text).ShouldBe(normalized);
    }

    [Theory]
    [InlineData("family 👩‍👩‍👧‍👦 of curves")]
    [InlineData("שלום עולם and مرحبا")]
    [InlineData("left\u202Eright\u202C")]
    [InlineData("zero\u200Bwidth\uFEFF")]
    public void What_is_not_white_space_or_decomposed_passes_through(string text)
    {
        NormalizedText.Of(text).ShouldBe(text);
    }

    [Fact]
    public void Half_a_surrogate_pair_passes_through()
    {
        NormalizedText.Of("\uD800 lone\uDC00").ShouldBe("\uD800 lone\uDC00");
    }

    [Fact]
    public void Text_that_is_already_normal_is_not_copied()
    {
        var text = new string("Rows and columns.");

        NormalizedText.Of(text).ShouldBeSameAs(text);
    }

    [Fact]
    public void Every_character_composes_as_the_runtime_composes_it()
    {
        // The runtime is right only where it normalizes at all; in invariant mode this library is on its own.
        "e\u0301".Normalize().ShouldBe("é");
        for (var point = 1; point <= 0x10FFFF; point++)
        {
            if (
                point is >= 0xD800 and <= 0xDFFF
                || CharUnicodeInfo.GetUnicodeCategory(point) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator
            )
            {
                continue;
            }

            foreach (var form in (NormalizationForm[])[NormalizationForm.FormC, NormalizationForm.FormD])
            {
                var text = "x" + char.ConvertFromUtf32(point).Normalize(form) + "x";
                if (!text.Any(char.IsWhiteSpace) && NormalizedText.Of(text) != text.Normalize())
                    Assert.Fail($"U+{point:X4} from {form}");
            }
        }
    }

    [Fact]
    public void Combining_characters_in_any_order_compose_as_the_runtime_composes_them()
    {
        int[] points =
        [
            'a',
            'e',
            'q',
            0x0301,
            0x0323,
            0x0307,
            0x0302,
            0x0345,
            0x03B1,
            0x0313,
            0x1100,
            0x1161,
            0x11A8,
            0xAC00,
            0x0BC6,
            0x0BBE,
            0x0F71,
            0x0F72,
            0x1D165,
            0x1D157,
            0x30AB,
            0x3099,
        ];
        var random = new Random(7);
        for (var round = 0; round < 50_000; round++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(1, 9)).Select(_ => char.ConvertFromUtf32(points[random.Next(points.Length)]))
            );
            if (NormalizedText.Of(text) != text.Normalize())
                Assert.Fail(string.Join(' ', text.EnumerateRunes().Select(rune => $"{rune.Value:X4}")));
        }
    }

    [Fact]
    public void A_mark_is_not_spoken_and_leaves_no_second_space()
    {
        Of("The <mark name='row'/> row.").ShouldBe("The row.");
        Of("The <mark name='row'/>row.").ShouldBe(Of("The row."));
    }

    [Fact]
    public void SpokenAs_is_said_instead_of_the_caption_and_passes_the_lexicon_too()
    {
        var lexicon = Lexicon.Parse("i = eye", "l.txt", new List<Finding>());

        SpokenText.Of(Segment("C_ij", spokenAs: "C  i j"), lexicon, "English").ShouldBe("C eye j");
    }

    [Fact]
    public void The_segments_language_decides_which_entries_apply()
    {
        var lexicon = Lexicon.Parse("[German]\nSVD = S V D", "l.txt", new List<Finding>());

        SpokenText.Of(Segment("Die SVD") with { Language = "German" }, lexicon, "English").ShouldBe("Die S V D");
        SpokenText.Of(Segment("The SVD"), lexicon, "English").ShouldBe("The SVD");
        SpokenText.Of(Segment("Die SVD"), lexicon, "German").ShouldBe("Die S V D");
    }

    private static string Of(string text) => SpokenText.Of(Segment(text), Lexicon.Empty, "English");

    private static ScriptSegment Segment(string text, string? spokenAs = null) =>
        new()
        {
            Id = "Intro.Rule",
            Text = text,
            SpokenAs = spokenAs,
            Place = new SourcePlace("Intro.cs", 3, 5),
            Origin = SegmentOrigin.CSharp,
        };
}
