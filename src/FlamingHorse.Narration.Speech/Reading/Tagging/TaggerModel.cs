using System.Text;
using System.Text.Json;
using FlamingHorse.Narration.Speech.Reading.Data;

namespace FlamingHorse.Narration.Speech.Reading.Tagging;

/// <summary>The data of an averaged perceptron, <c>tagger.json.gz</c>: its keys stay bytes of the file.</summary>
internal sealed class TaggerModel
{
    private readonly byte[] _text;
    private readonly Utf8KeyIndex _answered;
    private readonly List<byte> _answers = new(16_000);
    private readonly Utf8KeyIndex _vocabulary;
    private readonly Utf8KeyIndex _features;
    private readonly List<int> _weightStarts = new(80_000);
    private readonly List<byte> _weightTags = new(300_000);
    private readonly List<short> _weights = new(300_000);
    private readonly Dictionary<ulong, byte> _tagOfBytes = [];

    private TaggerModel(byte[] text)
    {
        _text = text;
        _answered = new Utf8KeyIndex(text, 16_000);
        _vocabulary = new Utf8KeyIndex(text, 24_000);
        _features = new Utf8KeyIndex(text, 80_000);
    }

    /// <summary>The tags by name, in the order of their names: of two with one score the later one is chosen.</summary>
    public IReadOnlyList<string> Tags { get; private set; } = [];

    public static TaggerModel Load(string path)
    {
        var model = new TaggerModel(VoiceFile.Unpack(path));
        model.Read();
        return model;
    }

    /// <summary>The tag of a word that has only one; −1 for others.</summary>
    public int AnswerFor(string word)
    {
        Span<byte> key = stackalloc byte[128];
        return Encoding.UTF8.TryGetBytes(word, key, out var written) && _answered.Find(key[..written]) is >= 0 and var ordinal
            ? _answers[ordinal]
            : -1;
    }

    public bool IsInVocabulary(string word)
    {
        Span<byte> key = stackalloc byte[128];
        return Encoding.UTF8.TryGetBytes(word, key, out var written) && _vocabulary.Find(key[..written]) >= 0;
    }

    /// <summary>Adds a feature's weights (tenths, so that sums are exact) to the scores of the tags.</summary>
    public void Score(ReadOnlySpan<byte> feature, Span<int> scores)
    {
        if (_features.Find(feature) is >= 0 and var ordinal)
        {
            var end = ordinal + 1 < _weightStarts.Count ? _weightStarts[ordinal + 1] : _weights.Count;
            for (var i = _weightStarts[ordinal]; i < end; i++)
            {
                scores[_weightTags[i]] += _weights[i];
            }
        }
    }

    private void Read()
    {
        var reader = new Utf8JsonReader(_text);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("tags"u8))
            {
                ReadTags(ref reader);
            }
            else if (reader.ValueTextEquals("tagdict"u8))
            {
                ReadAnswers(ref reader);
            }
            else if (reader.ValueTextEquals("vocab"u8))
            {
                ReadVocabulary(ref reader);
            }
            else if (reader.ValueTextEquals("weights"u8))
            {
                ReadWeights(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void ReadTags(ref Utf8JsonReader reader)
    {
        var names = new List<string>();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            names.Add(reader.GetString()!);
        }

        names.Sort(string.CompareOrdinal);
        Tags = names;
        for (var tag = 0; tag < names.Count; tag++)
        {
            _tagOfBytes[Pack(Encoding.UTF8.GetBytes(names[tag]))] = (byte)tag;
        }
    }

    private void ReadAnswers(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (start, length) = VoiceFile.StringRange(ref reader, _text);
            reader.Read();
            _answered.Add(start, length);
            _answers.Add(_tagOfBytes[Pack(reader.ValueSpan)]);
        }
    }

    private void ReadVocabulary(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            var (start, length) = VoiceFile.StringRange(ref reader, _text);
            _vocabulary.Add(start, length);
        }
    }

    private void ReadWeights(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (start, length) = VoiceFile.StringRange(ref reader, _text);
            _features.Add(start, length);
            _weightStarts.Add(_weights.Count);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                _weightTags.Add(_tagOfBytes[Pack(reader.ValueSpan)]);
                reader.Read();
                _weights.Add(ParseTenths(reader.ValueSpan));
            }
        }
    }

    // No tag is longer than seven bytes.
    private static ulong Pack(ReadOnlySpan<byte> name)
    {
        var packed = 0UL;
        foreach (var octet in name)
        {
            packed = (packed << 8) | octet;
        }

        return packed;
    }

    private static short ParseTenths(ReadOnlySpan<byte> number)
    {
        var isNegative = number[0] == '-';
        var value = 0;
        var decimals = -1;
        foreach (var sign in number[(isNegative ? 1 : 0)..])
        {
            if (sign == '.')
            {
                decimals = 0;
                continue;
            }

            if (!char.IsAsciiDigit((char)sign) || decimals == 1)
            {
                throw new InvalidDataException($"tagger.json.gz: {Encoding.UTF8.GetString(number)} is not a number of tenths.");
            }

            value = 10 * value + (sign - '0');
            decimals += decimals >= 0 ? 1 : 0;
        }

        value *= decimals == 1 ? 1 : 10;
        return checked((short)(isNegative ? -value : value));
    }
}
