using System.Globalization;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;

/// <summary>
/// One clip for the aligner: a grammar that allows its text and nothing else. Every word has a name of its own, from which the answer
/// tells where it belongs.
/// </summary>
/// <param name="Name">Unique in a batch; letters and digits only.</param>
/// <param name="Item">The take.</param>
/// <param name="Tokens">What it is to say.</param>
internal sealed record AlignmentTask(string Name, ListenItem Item, IReadOnlyList<TokenReadings> Tokens)
{
    /// <summary>The grammar, in the form that pocketsphinx reads: states, and the words that lead from one to the next.</summary>
    public string Grammar()
    {
        var lines = new List<string>();
        var states = Tokens.Count + 1;
        foreach (var (token, at) in Tokens.Select((token, at) => (token, at)))
        {
            foreach (var (way, number) in token.Ways.Select((way, number) => (way, number)))
            {
                var from = at;
                for (var word = 0; word < way.Count; word++)
                {
                    var to = word == way.Count - 1 ? at + 1 : states++;
                    lines.Add($"TRANSITION {Text(from)} {Text(to)} 1.0 {WordName(token.Token, number, word)}");
                    from = to;
                }
            }
        }

        return $"FSG_BEGIN {Name}\nNUM_STATES {Text(states)}\nSTART_STATE 0\nFINAL_STATE {Text(Tokens.Count)}\n"
            + string.Join('\n', lines)
            + "\nFSG_END\n";
    }

    /// <summary>Lines of the dictionary: the grammar's names and their phones, each way under a name that ends with its number.</summary>
    public IEnumerable<string> DictionaryLines(Func<string, IReadOnlyList<string>> pronounce) =>
        from token in Tokens
        from way in token.Ways.Select((words, number) => (words, number))
        from word in way.words.Select((text, number) => (text, number))
        from phones in pronounce(word.text).Select((sounds, number) => (sounds, number))
        let name = WordName(token.Token, way.number, word.number)
        select $"{name}{(phones.number == 0 ? "" : $"({Text(phones.number + 1)})")} {phones.sounds}";

    /// <summary>The token that a name of this clip's grammar belongs to; null of another name, such as that of silence.</summary>
    public int? TokenOf(string name)
    {
        var parts = name.Split('_');
        return
            parts.Length == 4 && parts[0] == Name && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var token)
            ? token
            : null;
    }

    private string WordName(int token, int way, int word) => $"{Name}_{Text(token)}_{Text(way)}_{Text(word)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
