namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>The known symbols, by command and by character; read from Symbols.txt at the first formula.</summary>
internal static class SymbolTable
{
    private static readonly Lazy<Tables> Loaded = new(Load);

    /// <summary>The symbol of a command without its backslash, or null.</summary>
    public static Symbol? OfCommand(string name) => Loaded.Value.Commands.TryGetValue(name, out var symbol) ? symbol : null;

    /// <summary>The symbol of a Unicode character, or null.</summary>
    public static Symbol? OfCharacter(string character) => Loaded.Value.Characters.TryGetValue(character, out var symbol) ? symbol : null;

    /// <summary>The symbol with a key that is in the table.</summary>
    public static Symbol OfKey(string key) => Loaded.Value.Keys[key];

    /// <summary>The symbol with a key, or null.</summary>
    public static Symbol? Find(string key) => Loaded.Value.Keys.TryGetValue(key, out var symbol) ? symbol : null;

    /// <summary>Every symbol, in the order of the table.</summary>
    public static IEnumerable<Symbol> All => Loaded.Value.Keys.Values;

    /// <summary>Every command that names a symbol.</summary>
    public static IEnumerable<string> Commands => Loaded.Value.Commands.Keys;

    private static Tables Load()
    {
        var tables = new Tables();
        using var stream = typeof(SymbolTable).Assembly.GetManifestResourceStream("Mathematics.Symbols.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split([' '], StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length == 0 || fields[0] == "#")
                continue;
            var symbol = new Symbol((SymbolKind)Enum.Parse(typeof(SymbolKind), fields[0]), fields[1], fields[2] == "-" ? "" : fields[2]);
            tables.Keys.Add(symbol.Key, symbol);
            foreach (var name in fields.Skip(3))
            {
                if (name.Length > 1 && name[0] == '\\')
                    tables.Commands.Add(name.Substring(1), symbol);
                else
                    tables.Characters.Add(name, symbol);
            }
        }
        return tables;
    }

    private sealed class Tables
    {
        public Dictionary<string, Symbol> Keys { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Symbol> Commands { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Symbol> Characters { get; } = new(StringComparer.Ordinal);
    }
}
