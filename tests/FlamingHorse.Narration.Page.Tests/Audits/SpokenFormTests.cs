using System.Diagnostics;
using System.Text.Json;
using FlamingHorse.Narration.Page.Tests.Support;
using FlamingHorse.Narration.Testing.Transcripts;

namespace FlamingHorse.Narration.Page.Tests.Audits;

public sealed class SpokenFormTests
{
    [Fact]
    public async Task The_page_compares_texts_as_the_gate_does()
    {
        _ = Template.Path; // its build fetches what the script needs
        var pairs = TextPair.ReadAll();
        var words = await WordsAsync([.. pairs.SelectMany(pair => new[] { (pair.Language, pair.First), (pair.Language, pair.Second) })]);

        var wrong = pairs.Where((pair, i) => words[2 * i].SequenceEqual(words[2 * i + 1]) != pair.IsSame).ToList();
        wrong.ShouldBeEmpty(string.Join('\n', words.Select(text => string.Join(' ', text))));
    }

    private static async Task<string[][]> WordsAsync(IReadOnlyList<(string Language, string Text)> texts)
    {
        var script = Path.Combine(Repository.Root, "tests", "FlamingHorse.Narration.Page.Tests", "Support", "words.mjs");
        using var node = Process.Start(
            new ProcessStartInfo("node", [script, Path.Combine(Repository.Root, "src", "report")])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(texts.Select(text => new[] { text.Language, text.Text })));
        node.StandardInput.Close();
        var answer = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        node.ExitCode.ShouldBe(0);
        return JsonSerializer.Deserialize<string[][]>(answer)!;
    }
}
