using System.Text;
using System.Text.Json;
using FlamingHorse.Narration.Speech.Reading.Data;

namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>
/// One lexicon of the voice. The file's bytes stay as they are; a word's entry is parsed when it is asked for, because a text needs a few
/// dozen of 90,000.
/// </summary>
internal sealed class PhonemeTable
{
    private const int ExpectedWords = 100_000;
    private readonly byte[] _text;
    private readonly Utf8KeyIndex _words;
    private readonly List<int> _values = new(ExpectedWords);

    private PhonemeTable(byte[] text)
    {
        _text = text;
        _words = new Utf8KeyIndex(text, ExpectedWords);
    }

    /// <summary>Reads a gzip file of JSON: an object from words to phonemes, or to an object from tags to phonemes.</summary>
    public static PhonemeTable Load(string path)
    {
        var table = new PhonemeTable(VoiceFile.Unpack(path));
        var reader = new Utf8JsonReader(table._text);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (start, length) = VoiceFile.StringRange(ref reader, table._text);
            reader.Read();
            table._words.Add(start, length);
            table._values.Add(checked((int)reader.TokenStartIndex));
            reader.Skip();
        }

        return table;
    }

    /// <summary>Whether the word, or the same word capitalized or lowered, has an entry.</summary>
    public bool Contains(string word) => FindAnyCase(word) >= 0;

    /// <summary>The entry of the word, else that of the same word capitalized or lowered; null without one.</summary>
    public LexiconEntry? Find(string word) => FindAnyCase(word) is >= 0 and var ordinal ? ParseEntry(_values[ordinal]) : null;

    private int FindAnyCase(string word)
    {
        var ordinal = FindExact(word);
        if (ordinal >= 0 || word.Length < 2)
        {
            return ordinal;
        }

        return LetterCase.IsLower(word) ? FindExact(LetterCase.Capitalize(word))
            : LetterCase.IsCapitalized(word) ? FindExact(word.ToLowerInvariant())
            : -1;
    }

    private int FindExact(string word)
    {
        Span<byte> key = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(word, key, out var written) ? _words.Find(key[..written]) : -1;
    }

    private LexiconEntry ParseEntry(int start)
    {
        var reader = new Utf8JsonReader(_text.AsSpan(start));
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return new LexiconEntry(reader.GetString(), null);
        }

        var byTag = new Dictionary<string, string?>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var tag = reader.GetString()!;
            reader.Read();
            byTag[tag] = reader.GetString();
        }

        return new LexiconEntry(byTag["DEFAULT"], byTag);
    }
}
