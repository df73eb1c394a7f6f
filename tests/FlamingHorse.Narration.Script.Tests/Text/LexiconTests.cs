using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests.Text;

public class LexiconTests
{
    [Theory]
    [InlineData("sin = sine", "The sin of x, since sinus", "The sine of x, since sinus")]
    [InlineData("matrix = may tricks", "Matrix by MATRIX", "may tricks by may tricks")]
    [InlineData("US = U S", "US or us", "U S or us")]
    [InlineData("us = them\nUS = U S", "US or us", "U S or them")]
    [InlineData("US = U S\nus = them", "US or us", "U S or them")]
    [InlineData("SQL = sequel", "SQL's tables, 'SQL', SQL’s", "sequel's tables, 'sequel', sequel’s")]
    [InlineData("don = professor", "I don't", "I don't")]
    [InlineData("don't = do not", "I don't know", "I do not know")]
    [InlineData("ADN = A D N", "l'ADN", "l'A D N")]
    [InlineData("C = see\nC++ = C plus plus", "C++ and C", "C plus plus and see")]
    [InlineData("C++ = C plus plus", "C++11", "C plus plus 11")]
    [InlineData(".NET = dot net", "ASP.NET", "ASP dot net")]
    [InlineData("= = equals", "x = y=z", "x equals y equals z")]
    [InlineData("% = percent", "50%", "50 percent")]
    [InlineData("x==y = the same", "is x==y?", "is the same?")]
    [InlineData("dot product = inner product\ndot = point", "A dot product, a dot.", "A inner product, a point.")]
    [InlineData("two words = three", "two\r\n  words", "three")]
    [InlineData("Noether = Nuhter", "Noether’s", "Nuhter’s")]
    [InlineData("naïve = nah eve", "NAÏVE nai\u0308ve", "nah eve nah eve")]
    [InlineData("élan = a lan", "vélan élan", "vélan a lan")]
    [InlineData("矩阵 = jǔ zhèn", "这个矩阵很大", "这个jǔ zhèn很大")]
    [InlineData("resume = go on", "resume\u0301", "resumé")]
    [InlineData("a=b", "a b a-a", "b b b-b")]
    [InlineData("f_1 = f one", "f_1 f_12", "f one f_12")]
    public void Whole_words_are_replaced(string lexicon, string text, string spoken)
    {
        Parse(lexicon).Apply(text, "English").ShouldBe(spoken);
    }

    [Fact]
    public void A_replacement_is_not_replaced_again()
    {
        Parse("row = column\ncolumn = row").Apply("row, column", "English").ShouldBe("column, row");
    }

    [Fact]
    public void Entries_under_a_heading_apply_to_that_language_and_win_over_the_common_ones()
    {
        var lexicon = Parse("pi = pie\nSVD = S V D\n[German]\npi = pee\n[English]\nei = eye");

        lexicon.Apply("pi SVD ei", "English").ShouldBe("pie S V D eye");
        lexicon.Apply("pi SVD ei", "german").ShouldBe("pee S V D ei");
        lexicon.Apply("pi SVD ei", "French").ShouldBe("pie S V D ei");
    }

    [Fact]
    public void Comments_blank_lines_and_line_ends_of_any_system_are_read()
    {
        var lexicon = Parse(
            "\uFEFF# names\r\n\r\n  Euler = oiler # not you-ler\r\n[ English ] # from here\nC# = C sharp\n\\#x = number x\n\\[ = bracket"
        );

        lexicon
            .Entries.Select(entry => (entry.Word, entry.Spoken, entry.Language, entry.Line))
            .ShouldBe([
                ("Euler", "oiler", null, 3),
                ("C#", "C sharp", "English", 5),
                ("#x", "number x", "English", 6),
                ("[", "bracket", "English", 7),
            ]);
    }

    [Theory]
    [InlineData("a = b\nmatrix", 2, 1, "no '='")]
    [InlineData("  matrix =", 1, 10, "nothing after")]
    [InlineData("matrix = # soon", 1, 8, "nothing after")]
    [InlineData("= matrix", 1, 1, "nothing before")]
    [InlineData("\\", 1, 1, "no '='")]
    [InlineData("\\[", 1, 2, "no '='")]
    [InlineData("\n\n [English", 3, 2, "heading")]
    [InlineData("[]", 1, 1, "heading")]
    [InlineData("[English] a = b", 1, 1, "heading")]
    [InlineData("pi = pie\n  PI = pee\nPi = pee\npi = pee", 4, 1, "line 1")]
    public void A_line_that_cannot_be_read_is_reported_with_its_place(string content, int line, int column, string said)
    {
        var findings = new List<Finding>();

        Lexicon.Parse(content, "lexicon.txt", findings);

        var finding = findings.ShouldHaveSingleItem();
        finding.Kind.ShouldBe(ScriptFindings.InvalidLexicon);
        finding.Place.ShouldNotBeNull();
        (finding.Place.File, finding.Place.Line, finding.Place.Column).ShouldBe(("lexicon.txt", line, column));
        finding.Message.ShouldContain(said);
    }

    [Fact]
    public void Lines_under_a_heading_that_cannot_be_read_do_not_land_in_another_language()
    {
        var lexicon = Lexicon.Parse("[English]\na = b\n[German\nc = d", "l.txt", new List<Finding>());

        lexicon.Entries.ShouldHaveSingleItem().Word.ShouldBe("a");
    }

    [Fact]
    public void Of_several_files_the_later_wins()
    {
        var lexicon = Lexicon.Combine([Parse("pi = pie\ne = ee"), Lexicon.Empty, Parse("pi = pee")]);

        lexicon.Apply("pi e", "English").ShouldBe("pee ee");
    }

    [Fact]
    public void An_empty_lexicon_and_one_that_finds_nothing_change_nothing()
    {
        Lexicon.Empty.Apply("a  b\r\n", "English").ShouldBe("a  b\r\n");
        Lexicon.Combine([]).ShouldBeSameAs(Lexicon.Empty);
        Parse("[German]\na = b").Apply("a  b", "English").ShouldBe("a  b");
    }

    private static Lexicon Parse(string content)
    {
        var findings = new List<Finding>();
        var lexicon = Lexicon.Parse(content, "lexicon.txt", findings);
        findings.ShouldBeEmpty();
        return lexicon;
    }
}
