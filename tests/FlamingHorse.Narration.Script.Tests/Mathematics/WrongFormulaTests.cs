using FlamingHorse.Narration.Script.Mathematics;

namespace FlamingHorse.Narration.Script.Tests.Mathematics;

public class WrongFormulaTests
{
    private static readonly List<string[]> Rows =
    [
        .. FormulaTable.Lines("wrong-formulas.tsv").Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')),
    ];

    [Fact]
    public void Every_wrong_formula_is_reported_at_its_place()
    {
        Rows.Count.ShouldBeGreaterThanOrEqualTo(40);
        var reader = FormulaReader.For("English")!;
        var wrong = new List<string>();
        foreach (var row in Rows)
        {
            var problem = reader.Read(row[0]).Problems is [var first, ..] ? first : null;
            var actual = problem is null ? "nothing" : $"{problem.Kind}\t{problem.Offset}\t{problem.Length}\t{problem.Name}";
            if (actual != string.Join('\t', row.Skip(1)))
                wrong.Add($"{row[0]}\t{actual}\n   should be {string.Join('\t', row.Skip(1))}");
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    [Fact]
    public void Every_message_says_what_to_do()
    {
        var cures = new[] { "Write", "Use", "Remove", "remove", "Define", "Put", "Split", "Let" };
        foreach (var row in Rows)
        {
            var message = FormulaReader.For("English")!.Read(row[0]).Problems[0].Message;
            cures.Any(cure => message.Contains(cure, StringComparison.Ordinal)).ShouldBeTrue(message);
            message.ShouldEndWith(message[^1] is '.' ? "." : "…", Case.Sensitive, row[0]);
        }
    }

    [Fact]
    public void A_wrong_formula_still_has_words()
    {
        foreach (var row in Rows)
            ReadingAssertions.ShouldBeSpeakable(FormulaReader.For("German")!.Read(row[0]), row[0]);
    }

    [Fact]
    public void What_is_too_deep_or_too_long_is_reported()
    {
        var reader = FormulaReader.For("English")!;
        foreach (
            var formula in (string[])
                [new('{', 500), new('(', 500), new('|', 500), string.Concat(Enumerable.Repeat(@"\sqrt", 500)), new('x', 5000)]
        )
        {
            var reading = reader.Read(formula);
            reading.Problems.Select(problem => problem.Kind).ShouldContain(FormulaProblemKind.TooComplex, formula[..10]);
            ReadingAssertions.ShouldBeSpeakable(reading, formula[..10]);
        }
    }
}
