namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;

/// <summary>Words and how they are said, in the form of CMUdict: a word, or <c>word(2)</c> for another way, and its phones.</summary>
internal sealed class PronouncingDictionary
{
    private readonly Dictionary<string, List<string>> _words = new(StringComparer.Ordinal);

    /// <exception cref="IOException"/>
    /// <exception cref="UnauthorizedAccessException"/>
    public static PronouncingDictionary Load(string path)
    {
        var dictionary = new PronouncingDictionary();
        foreach (var line in File.ReadLines(path))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var word = space < 0 ? "" : line[..space];
            var mark = word.IndexOf('(', StringComparison.Ordinal);
            if (space > 0)
            {
                dictionary.Add(mark > 0 ? word[..mark] : word, line[(space + 1)..].Trim());
            }
        }

        return dictionary;
    }

    /// <summary>Ways to say a word in lower case; none of a word that is not there.</summary>
    public IReadOnlyList<string> Find(string word) => _words.TryGetValue(word, out var ways) ? ways : [];

    public void Add(string word, string phones)
    {
        if (!_words.TryGetValue(word, out var ways))
        {
            _words.Add(word, ways = []);
        }

        ways.Add(phones);
    }
}
