using FlamingHorse.Narration.Script.Mathematics;

namespace FlamingHorse.Narration.Script.Tests.Mathematics;

public class GoldenTableTests
{
    [Fact]
    public void Every_formula_reads_as_its_row_says()
    {
        var english = FormulaReader.For("English")!;
        var german = FormulaReader.For("German")!;
        var wrong = new List<string>();
        foreach (var row in FormulaTable.Rows)
        {
            var reading = english.Read(row.Latex);
            Compare(row, "English", reading.Spoken, row.English);
            Compare(row, "caption", reading.Caption, row.Caption);
            if (row.German is not null)
                Compare(row, "German", german.Read(row.Latex).Spoken, row.German);
            if (reading.Problems.Count > 0)
                wrong.Add($"{row.Line}: {row.Latex}: {reading.Problems[0].Message}");
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));

        void Compare(FormulaRow row, string what, string actual, string expected)
        {
            if (actual != expected)
                wrong.Add($"{row.Line}: {row.Latex}\n  {what} is    {actual}\n  {what} should {expected}");
        }
    }

    [Fact]
    public void The_table_has_the_rows_that_the_design_asks_for()
    {
        FormulaTable.Rows.Count.ShouldBeGreaterThanOrEqualTo(300);
        FormulaTable.Rows.Count(row => row.German is not null).ShouldBeGreaterThanOrEqualTo(100);
        FormulaTable.Rows.GroupBy(row => row.Latex).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }

    [Fact]
    public void No_reading_in_the_table_contains_a_symbol_or_a_doubled_word()
    {
        foreach (var row in FormulaTable.Rows)
        {
            row.English.ShouldMatch("^[A-Za-z'-]+(,|;)?( [A-Za-z'-]+(,|;)?)*$", row.Latex);
            row.English.ShouldNotMatch(@"\b(the the|of of|times times|is is)\b", row.Latex);
        }
    }
}
