namespace FlamingHorse.Narration.Script.Mathematics.Vocabularies;

/// <summary>The words of one language, and how it says numbers; read from its table at the first formula. Immutable.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _templates = new(StringComparer.Ordinal);

    private Vocabulary(string table, INumberWords numbers)
    {
        Numbers = numbers;
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream($"Mathematics.{table}.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var equals = line.IndexOf(" = ", StringComparison.Ordinal);
            if (equals <= 0 || line[0] == '#')
                continue;
            var (key, words) = (line.Substring(0, equals), line.Substring(equals + 3));
            _words.Add(key, words);
            _templates.Add(key, words.Replace(",", " , ").Split([' '], StringSplitOptions.RemoveEmptyEntries));
        }
        Inflection = new Inflection(key => _words.TryGetValue(key, out var line) ? line : "");
    }

    public static Lazy<Vocabulary> English { get; } = new(() => new Vocabulary("English", new EnglishNumbers()));

    public static Lazy<Vocabulary> German { get; } = new(() => new Vocabulary("German", new GermanNumbers()));

    public INumberWords Numbers { get; }

    public Inflection Inflection { get; }

    /// <summary>Every key of the table.</summary>
    public IEnumerable<string> Keys => _words.Keys;

    /// <summary>The words of a key that the table has.</summary>
    public string this[string key] => _words[key];

    public bool Has(string key) => _words.ContainsKey(key);

    /// <summary>The words, commas and places of a key; the key itself where the table has none.</summary>
    public IReadOnlyList<string> Template(string key) => _templates.TryGetValue(key, out var parts) ? parts : [key];

    /// <summary>The words begin with an article, so that something must stand between them and a factor before them.</summary>
    public bool BeginsWithArticle(string word) => Array.IndexOf(_templates["article"], word) >= 0;

    /// <summary>A word that binds two statements, as "if".</summary>
    public bool IsConnective(string word) => Array.IndexOf(_templates["connective"], word) >= 0;
}
