using System.Text;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Tests.Mathematics;

/// <summary>Random formulas: a thousand in a plain run, a million with all of <c>build/soak.sh</c>.</summary>
public class RandomFormulaTests
{
    private static readonly string[] Structures =
    [
        @"\frac{",
        @"\frac",
        "}{",
        "{",
        "}",
        "^",
        "_",
        "^{",
        "_{",
        "(",
        ")",
        "[",
        "]",
        @"\left(",
        @"\right)",
        @"\left.",
        @"\right|",
        "|",
        @"\|",
        @"\sqrt{",
        @"\sqrt[",
        @"\begin{pmatrix}",
        @"\end{pmatrix}",
        @"\begin{cases}",
        @"\end{cases}",
        "&",
        @"\\",
        @"\text{",
        @"\hat",
        @"\not",
        @"\operatorname{",
        @"\mathbb",
        @"\mathrm{",
        @"\binom",
        @"\over",
        @"\pmod",
        @"\substack{",
        @"\overset",
        @"\underbrace{",
        @"\foo",
        "'",
        " ",
        "1",
        "23",
        "4.5",
        "a",
        "b",
        "d",
        "x",
        "T",
        "A",
        "ä",
        "\u0001",
        "\uD83D",
        "\uD83D\uDE00",
        "#",
        "#1",
        "$",
        "\\",
        ",",
        ".",
        ":",
        "é",
        "²",
        "dx",
        "~",
        "%",
        "\n",
    ];

    [Fact]
    public void No_formula_throws_or_leaves_a_forbidden_character()
    {
        var count = Soak.Rounds(1_000, 1_000_000);
        var random = Seed.NewRandom("random formulas");
        var parts = Structures.Concat(SymbolTable.Commands.Select(name => "\\" + name + " ")).ToArray();
        var rows = FormulaTable.Rows;
        var readers = new[] { FormulaReader.For("English")!, FormulaReader.For("German")! };
        for (var i = 0; i < count; i++)
        {
            var latex = random.Next(3) == 0 ? Mutate(rows[random.Next(rows.Count)].Latex, parts, random) : Make(parts, random);
            try
            {
                ReadingAssertions.ShouldBeSpeakable(readers[i % 2].Read(latex), latex);
                readers[i % 2].ReadText("a $" + latex + "$ b " + latex).Spoken.ShouldNotBeEmpty();
            }
            catch (Exception exception)
            {
                throw new ShouldAssertException($"formula {i}: {latex}", exception);
            }
        }

        Soak.Record("random formulas read in English and German", $"{count:N0}, none threw, was empty or left a backslash");
    }

    private static string Make(string[] parts, Random random)
    {
        var latex = new StringBuilder();
        for (var i = random.Next(1, 25); i > 0; i--)
            latex.Append(parts[random.Next(random.Next(2) == 0 ? Structures.Length : parts.Length)]);
        return latex.ToString();
    }

    private static string Mutate(string latex, string[] parts, Random random)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(latex.Length + 1);
            latex = random.Next(2) == 0 && at < latex.Length ? latex.Remove(at, 1) : latex.Insert(at, parts[random.Next(parts.Length)]);
        }
        return latex;
    }
}
