using FlamingHorse.Narration.Script.Mathematics;

namespace FlamingHorse.Narration.Script.Tests.Mathematics;

/// <summary>A build reads each text twice, to check it and to plan it; its formulas are worked out once.</summary>
public sealed class FormulaRulesTests
{
    private readonly FormulaRules _rules = new(FormulaMacros.None, _ => FormulaOverrides.None, tellsCapitals: false);

    [Fact]
    public void A_formula_that_is_read_again_is_not_computed_again()
    {
        var reader = _rules.ReaderFor("English")!;
        var first = reader.Read(@"\frac{a}{b}");
        reader.Read(@"\frac{a}{b}").ShouldBeSameAs(first);
        reader.Read(@"\frac{a}{c}").Spoken.ShouldNotBe(first.Spoken);
        _rules.ReaderFor("German")!.Read(@"\frac{a}{b}").Spoken.ShouldNotBe(first.Spoken);
    }

    [Fact]
    public void Marks_are_placed_in_each_reading_of_its_own()
    {
        var reader = _rules.ReaderFor("English")!;
        reader.Read("a+b");
        reader.Read("a+b", [2]).MarkWords.ShouldBe([2]);
        reader.Read("a+b", [0]).MarkWords.ShouldBe([0]);
        reader.Read("a+b").MarkWords.ShouldBeEmpty();
    }

    [Fact]
    public void A_compiler_process_that_lives_for_days_caches_nothing()
    {
        var reader = FormulaRules.Default.ReaderFor("English")!;
        reader.Read("a+b").ShouldNotBeSameAs(reader.Read("a+b"));
    }
}
