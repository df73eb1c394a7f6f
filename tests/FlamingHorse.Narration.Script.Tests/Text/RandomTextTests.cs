using CsCheck;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests.Text;

/// <summary>Texts out of the pieces that the readers look for, in any order.</summary>
public class RandomTextTests
{
    private static readonly Gen<string> _texts = Gen.OneOf(
            Gen.OneOf("<mark name='a'/>", "<break time='400ms'/>", "<", "</", "<mark", "<bookmark mark=", "<break", "<Mark", "></mark>"),
            Gen.OneOf("name", "time", "=", "'", "\"", "/>", ">", " ", "\t", "\n", "\r\n", "s", "ms", "5", "400ms", "10s", "p", "speak"),
            Gen.OneOf("\\", "[", "]", "#", "=", "/", "[math]", "[math English]", "[English]", "word", "US", "us", "US = U S", "us = them"),
            Gen.OneOf(
                "한",
                "\u1112\u1161",
                "\u11AB",
                "e\u0301",
                "\u0323",
                "\u0301",
                "😀",
                "\uD800",
                "\uDC00",
                "\0",
                "\uFEFF",
                "\u2028",
                "$x$"
            ),
            Gen.Char.Select(character => character.ToString())
        )
        .Array[0, 14]
        .Select(string.Concat);

    [Fact]
    public void Any_text_can_be_read_for_marks() =>
        Properties.Holds(
            "marks in random texts",
            _texts,
            text =>
            {
                var marked = MarkedText.Parse(text);

                marked.Marks.All(mark => mark.Offset >= 0 && mark.Offset <= marked.Caption.Length).ShouldBeTrue();
                marked.Marks.Zip(marked.Marks.Skip(1)).All(pair => pair.First.Offset <= pair.Second.Offset).ShouldBeTrue();
                marked
                    .Pauses.All(pause => pause.Offset <= marked.Caption.Length && pause.Written + pause.Length <= text.Length)
                    .ShouldBeTrue();
                (marked.Caption.Length - marked.Pauses.Count).ShouldBeLessThanOrEqualTo(text.Length);
            },
            few: 2_000
        );

    [Fact]
    public void Any_text_can_be_read_as_a_lexicon_and_said_with_it() =>
        Properties.Holds(
            "lexicons of random texts",
            Gen.Select(_texts, _texts),
            drawn =>
            {
                var findings = new List<Finding>();

                var lexicon = Lexicon.Parse(drawn.Item1, "lexicon.txt", findings);

                lexicon.Apply(NormalizedText.Of(drawn.Item2), "English").ShouldNotBeNull();
                lexicon.FindPronunciations(NormalizedText.Of(drawn.Item2), "English").ShouldNotBeNull();
                findings.All(finding => finding.Place!.Line >= 1 && finding.Place.Column >= 1).ShouldBeTrue();
            },
            few: 2_000
        );

    [Fact]
    public void A_normal_form_is_its_own_normal_form() =>
        Properties.Holds(
            "normal forms of random texts",
            _texts,
            text =>
            {
                var normal = NormalizedText.Of(text);
                NormalizedText.Of(normal).ShouldBe(normal);
            },
            few: 2_000
        );
}
