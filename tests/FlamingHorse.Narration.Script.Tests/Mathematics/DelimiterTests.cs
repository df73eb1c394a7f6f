using FlamingHorse.Narration.Script.Mathematics;

namespace FlamingHorse.Narration.Script.Tests.Mathematics;

public class DelimiterTests
{
    [Theory]
    [InlineData("The derivative of $\\sin x$ is $\\cos x$.", "\\sin x|\\cos x")]
    [InlineData("So \\(x^2\\) grows.", "x^2")]
    [InlineData("$5 in May and $6 in June", "")]
    [InlineData("$HOME/$USER is text", "")]
    [InlineData("$HOME/$USER and $x$", "x")]
    [InlineData("the $n$th term", "n")]
    [InlineData("costs \\$5 and $x$", "x")]
    [InlineData("a lone $ sign", "")]
    [InlineData("at the end $", "")]
    [InlineData("costs $5 and then $x$", "x")]
    [InlineData("$ x$ is text", "")]
    [InlineData("$x $ is text", "")]
    [InlineData("$5/$10", "")]
    [InlineData("$x$Y", "")]
    [InlineData("$a\\$b$", "a\\$b")]
    [InlineData("$x=\\text{costs $5$}$", "x=\\text{costs $5$}")]
    [InlineData("$$x^2$$ alone", "x^2")]
    [InlineData("$$ and $$$", "")]
    [InlineData("$x$ and $y$, $z$.", "x|y|z")]
    [InlineData("no formula", "")]
    [InlineData("", "")]
    public void Formulas_are_found_by_pandocs_rule(string text, string formulas)
    {
        var scanned = FormulaText.Scan(text);

        string.Join('|', scanned.Spans.Where(span => span.Kind == FormulaSpanKind.Formula).Select(span => span.Content)).ShouldBe(formulas);
        scanned.Problems.ShouldBeEmpty();
        scanned.HasFormula.ShouldBe(formulas.Length > 0);
        string.Concat(scanned.Spans.Select(span => text[span.Start..span.End])).ShouldBe(text);
        foreach (var span in scanned.Spans)
            text.Substring(span.ContentStart, span.Content.Length).ShouldBe(span.Content);
    }

    [Fact]
    public void A_reading_in_braces_belongs_to_the_formula()
    {
        var span = FormulaText.Scan("see $A^T${A transpose} here").Spans[1];

        span.Content.ShouldBe("A^T");
        span.Reading.ShouldBe("A transpose");
        (span.Start, span.ContentStart, span.ReadingStart, span.End).ShouldBe((4, 5, 10, 22));
    }

    [Theory]
    [InlineData(@"so \(x is", 3, @"\(")]
    [InlineData("so $x${y is", 6, "{")]
    [InlineData("so $x${} is", 6, "")]
    [InlineData(@"so $x${a\b} is", 8, @"a\b")]
    public void A_delimiter_that_is_not_closed_is_reported_at_its_place(string text, int offset, string name)
    {
        var problem = FormulaText.Scan(text).Problems.ShouldHaveSingleItem();

        problem.Kind.ShouldBe(FormulaProblemKind.UnclosedDelimiter);
        problem.Offset.ShouldBe(offset);
        problem.Name.ShouldBe(name);
    }
}
