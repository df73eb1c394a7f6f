using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests.Segments;

public class FormulaSegmentTests
{
    [Theory]
    [InlineData(@"The derivative of $\sin x$ is $\cos x$.", "The derivative of sine x is cosine x.", "The derivative of sin x is cos x.")]
    [InlineData(@"So \(x^2\), and $n$th.", "So x squared, and nth.", "So x², and nth.")]
    [InlineData(@"$A^T${A adjoint} is square.", "A adjoint is square.", "Aᵀ is square.")]
    [InlineData(@"It costs \$5, or $5 and $6 in June.", "It costs $5, or $5 and $6 in June.", "It costs $5, or $5 and $6 in June.")]
    public void A_formula_is_spoken_in_words_and_shown_in_Unicode(string text, string spoken, string caption)
    {
        var reading = Read(text);

        reading.Problems.ShouldBeEmpty();
        (reading.Spoken, reading.Caption).ShouldBe((spoken, caption));
        reading.Written.Caption.ShouldBe(text);
    }

    /// <summary>A reader would take A for the article, and weaken y.</summary>
    [Theory]
    [InlineData(@"$a^2$ is a square of side $a$, and $I$ is a.", "A squared is a square of side A, and I is a.", "0 ˈA, 7 ˈA, 9 ˈI")]
    [InlineData(@"A line: $\frac{dy}{dx}$.", "A line: d y by d x.", "2 dˈi, 3 wˈI, 5 dˈi, 6 ˈɛks")]
    [InlineData(@"So ($x$) and $\alpha$.", "So (x) and alpha.", "1 ˈɛks")]
    [InlineData("A plain text about A.", "A plain text about A.", "")]
    public void Single_letters_of_formulas_are_said_by_their_names(string text, string spoken, string names)
    {
        var reading = Read(text);

        reading.Spoken.ShouldBe(spoken);
        string.Join(", ", reading.FindLetterNames().Select(letter => $"{letter.Token} {letter.Phonemes}")).ShouldBe(names);
    }

    [Fact]
    public void A_lexicon_changes_only_prose_and_keeps_the_space_beside_a_formula()
    {
        var lexicon = Lexicon.Parse("x = ex\nsin = sinus\nrow = line", "l.txt", []);

        Read(@"Each row  has $\sin x$ rows, row $x$ row.", lexicon).Spoken.ShouldBe("Each line has sine x rows, line x line.");
    }

    [Fact]
    public void Where_SpokenAs_is_given_it_is_spoken_and_the_formula_is_shown()
    {
        var reading = Read(Segment(@"It is $x^2$.") with { SpokenAs = "It is a square." });

        (reading.Spoken, reading.Caption, reading.SpeaksFormulas).ShouldBe(("It is a square.", "It is x².", false));
    }

    [Fact]
    public void Marks_are_placed_in_the_caption_and_before_the_word_that_is_spoken_after_them()
    {
        var reading = Read("Now <mark name='sum'/>$a<mark name='plus'/>+b$ and <mark name='end'/>more.");

        reading.Spoken.ShouldBe("Now A plus b and more.");
        reading.Caption.ShouldBe("Now a + b and more.");
        reading.Marks.Select(mark => reading.Caption[mark.Offset..]).ShouldBe(["a + b and more.", "+ b and more.", "more."]);
        reading.FindSpokenMarks()!.Select(at => reading.Spoken[at..]).ShouldBe(["A plus b and more.", "plus b and more.", "more."]);
    }

    [Fact]
    public void Each_spoken_word_has_a_word_of_the_caption()
    {
        var reading = Read(@"Then $\frac{a}{b}=c$ holds.");
        var words = reading.Caption.Split(' ');

        reading
            .Spoken.Split(' ')
            .Zip(reading.FindCaptionWords(), (word, at) => $"{word}>{words[at]}")
            .ShouldBe(["Then>Then", "A>a/b", "over>a/b", "b>a/b", "equals>=", "c>c", "holds.>holds."]);
    }

    [Fact]
    public void Words_that_a_lexicon_changed_are_shown_where_they_stood()
    {
        var reading = Read("The SVD of it.", Lexicon.Parse("SVD = singular value decomposition", "l.txt", []));

        reading.FindCaptionWords().ShouldBe([0, 1, 1, 1, 2, 3]);
    }

    [Fact]
    public void German_is_read_in_German_and_another_language_asks_for_words()
    {
        Read(Segment("Es ist $x^2$.") with { Language = "German" }).Spoken.ShouldBe("Es ist x Quadrat.");

        Check(Segment("C'est $x^2$.") with { Language = "French" }).ShouldBe(["FHN1032 1,1"]);
        Check(Segment("C'est $x^2${x au carré}.") with { Language = "French" }).ShouldBeEmpty();
        Check(Segment("C'est $x^2$.") with { Language = "French", SpokenAs = "x au carré" }).ShouldBeEmpty();
    }

    [Fact]
    public void A_wrong_formula_is_an_error_and_only_a_warning_where_SpokenAs_is_given()
    {
        Check(Segment(@"It is $\foo$.")).ShouldBe(["FHN1030 1,1"]);
        Check(Segment(@"It is $\foo$.") with { SpokenAs = "It is foo." }).ShouldBe(["FHN1031 1,1"]);
    }

    [Fact]
    public void A_macro_is_read_and_a_line_under_math_overrides()
    {
        var lexicon = Lexicon.Parse("[math]\nH_0 = H nought\n[math German]\nH_0 = H Null # comment", "l.txt", []);
        var macros = FormulaMacros.Parse(@"\newcommand{\R}{\mathbb{R}}", []);
        FormulaRules rules = new(
            macros,
            language => FormulaOverrides.Parse([.. lexicon.MathLinesFor(language).Select(line => line.Text)], macros, []),
            tellsCapitals: true
        );

        SegmentReading.Of(Segment(@"$x\in\R$, $H_0$, $A$."), lexicon, rules, "English").Spoken.ShouldBe("x in R, H nought, capital A.");
        SegmentReading.Of(Segment("$H_0$"), lexicon, rules, "German").Spoken.ShouldBe("H Null");
        lexicon.Apply("H_0", "English").ShouldBe("H_0");
    }

    [Fact]
    public void A_column_is_found_across_the_runs_of_a_text_and_after_its_marks()
    {
        var runs = new TextRuns();
        runs.Add(0, 3, 10);
        runs.Add(5, 4, 2);
        var segment = Segment("ab<mark name='m'/>c $\\foo$") with { Runs = runs };

        Check(segment).ShouldBe(["FHN1030 4,18"]);
    }

    [Theory]
    [InlineData(@"It is $\foo$ now.", 17, 21)]
    [InlineData(@"It is $\foo$.", 17, 21)]
    [InlineData(@"$\foo$", 11, 15)]
    [InlineData("ab<mark name='m'/>c $\\foo$", 31, 35)]
    public void A_wrong_formula_is_reported_from_its_first_to_its_last_sign(string text, int column, int end)
    {
        var runs = new TextRuns();
        runs.Add(0, 3, 10);

        ScriptChecks
            .Check([Segment(text) with { Runs = runs }])
            .ShouldHaveSingleItem()
            .Place.ShouldBe(new SourcePlace("Lesson.csproj", 3, column, 3, end));
    }

    [Fact]
    public void Whatever_else_is_wrong_is_reported_beside_a_right_formula_and_beside_one_that_is_only_shown()
    {
        Check(Segment("So $x^2$, and a=b.")).ShouldBe(["FHN1013 1,1"]);
        Check(Segment(@"It is $\foo$.") with { SpokenAs = "." }).ShouldBe(["FHN1031 1,1", "FHN1009 1,1"]);
        Check(Segment("A plain text.") with { SpokenAs = "." }).ShouldBe(["FHN1009 1,1"]);
    }

    [Theory]
    [InlineData("Now <break time='1s'/>$a+b$.", true)]
    [InlineData("Now $a+b$<break time='1s'/> then.", true)]
    [InlineData("Now $a<break time='1s'/>+b$ then.", false)]
    [InlineData("Now <break time='1s'/> it costs $5 and $6.", true)]
    public void A_break_may_touch_a_formula_and_not_be_within_it(string text, bool isRight) =>
        Check(Segment(text)).ShouldBe(isRight ? [] : ["FHN1069 1,1"]);

    [Fact]
    public void A_lexicon_adds_no_space_where_none_was_written() =>
        Read("(row)$x$row.", Lexicon.Parse("row = line", "l.txt", [])).Spoken.ShouldBe("(line)xline.");

    private static SegmentReading Read(string text, Lexicon? lexicon = null) => Read(Segment(text), lexicon);

    private static SegmentReading Read(ScriptSegment segment, Lexicon? lexicon = null) =>
        SegmentReading.Of(segment, lexicon ?? Lexicon.Empty, FormulaRules.Default, "English");

    private static IEnumerable<string> Check(ScriptSegment segment) =>
        ScriptChecks.Check([segment]).Select(finding => $"{finding.Kind.Code} {finding.Place!.Line},{finding.Place.Column}");

    private static ScriptSegment Segment(string text) =>
        new()
        {
            Id = "Intro.Goal",
            Text = text,
            Place = new SourcePlace("Lesson.csproj", 1, 1),
            Origin = SegmentOrigin.Item,
        };
}
