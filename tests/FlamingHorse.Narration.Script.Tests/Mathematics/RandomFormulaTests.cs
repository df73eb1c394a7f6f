using System.Globalization;
using System.Text;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Tests.Mathematics;

/// <summary>Random formulas: FLAMING_HORSE_SOAK says how many (a million in the soak), FLAMING_HORSE_SEED repeats a run.</summary>
public class RandomFormulaTests(ITestOutputHelper output)
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
        var seed = Setting("FLAMING_HORSE_SEED", Environment.TickCount);
        var count = Setting("FLAMING_HORSE_SOAK", 5_000);
        output.WriteLine($"FLAMING_HORSE_SEED={seed} FLAMING_HORSE_SOAK={count}");
        var random = new Random(seed);
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
                throw new ShouldAssertException($"seed {seed}, formula {i}: {latex}", exception);
            }
        }
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

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? value
            : otherwise;
}
