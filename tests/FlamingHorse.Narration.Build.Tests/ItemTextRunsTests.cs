using FlamingHorse.Narration.Build.Inputs;

namespace FlamingHorse.Narration.Build.Tests;

public sealed class ItemTextRunsTests
{
    [Theory]
    [InlineData("  <Narration Include='A' Text='If a &lt; b, then %24\\foo%24.' />", "If a < b, then $\\foo$.", 1, 53)]
    [InlineData("<Narration Include='A'\n   Text=\"It is \\(x+\\foo\\).\" />", "It is \\(x+\\foo\\).", 2, 20)]
    [InlineData("<Narration Include='A'>\n  <Text>It is &#36;\\foo$.</Text></Narration>", "It is $\\foo$.", 2, 20)]
    [InlineData("<Narration Include='A'>\n  <Text>It\n is $\\foo$.</Text></Narration>", "It\n is $\\foo$.", 3, 6)]
    public void A_place_is_found_behind_entities_and_escapes(string xml, string text, int line, int column)
    {
        var lines = xml.Split('\n');
        var row = Array.FindIndex(lines, l => l.Contains("Text", StringComparison.Ordinal));

        var runs = ItemTextRuns.Read(lines, row + 1, lines[row].IndexOf("Text", StringComparison.Ordinal) + 1, text);

        runs.Find(text.IndexOf("\\foo", StringComparison.Ordinal)).ShouldBe((line, column));
    }

    [Fact]
    public void A_text_that_MSBuild_put_together_has_no_places() =>
        ItemTextRuns.Read(["<Narration Include='A' Text='$(Sum) is %24x%24' />"], 1, 24, "two is $x$").Count.ShouldBe(0);
}
