using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Mathematics.Parsing;
using FlamingHorse.Narration.Script.Mathematics.Vocabularies;

namespace FlamingHorse.Narration.Script.Tests.Mathematics;

public class VocabularyTests
{
    [Fact]
    public void German_has_words_for_everything_that_English_has()
    {
        var german = Vocabulary.German.Value;

        Vocabulary
            .English.Value.Keys.Where(key => key != "is" && !key.StartsWith("name.", StringComparison.Ordinal) && !german.Has(key))
            .Where(key => !key.StartsWith("unit.", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("English")]
    [InlineData("German")]
    public void Every_symbol_of_the_table_has_words(string language)
    {
        var vocabulary = (language == "English" ? Vocabulary.English : Vocabulary.German).Value;

        SymbolTable
            .All.Where(symbol =>
                symbol.Kind is not (SymbolKind.Greek or SymbolKind.Open or SymbolKind.Close or SymbolKind.Nothing or SymbolKind.Ellipsis)
            )
            .Where(symbol => symbol.Key is not ("square-root" or "converges"))
            .Select(symbol => symbol.Key)
            .Where(key => !vocabulary.Has(key))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_command_of_the_table_is_read_without_a_problem()
    {
        var reader = FormulaReader.For("English")!;
        foreach (var name in SymbolTable.Commands)
        {
            var symbol = SymbolTable.OfCommand(name)!;
            if (symbol.Kind is SymbolKind.Open or SymbolKind.Close)
                continue;
            var latex = symbol.Kind == SymbolKind.Accent ? $@"\{name}{{x}}" : $@"x\{name} y";
            reader.Read(latex).Problems.ShouldBeEmpty(latex);
        }
    }

    [Theory]
    [InlineData(@"x\to\infty", "gegen unendlich")]
    [InlineData(@"\sin|x|", "Sinus von dem Betrag von x")]
    [InlineData(@"x\in(0,1)", "x aus dem offenen Intervall von null bis eins")]
    [InlineData(@"\frac{a}{\ln x}", "A durch den natürlichen Logarithmus von x")]
    public void German_articles_follow_their_prepositions(string latex, string words) =>
        FormulaReader.For("German")!.Read(latex).Spoken.ShouldEndWith(words);
}
