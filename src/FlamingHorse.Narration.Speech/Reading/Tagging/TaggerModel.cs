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
    private FeatureWeights?[] _weights = [];
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
            // Two threads may parse the same weights; they get the same.
            (_weights[ordinal] ??= FeatureWeights.Parse(_text.AsSpan(_weightStarts[ordinal]), _tagOfBytes)).AddTo(scores);
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
                ReadWeights(checked((int)reader.BytesConsumed));
                return;
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
            _tagOfBytes[FeatureWeights.Pack(Encoding.UTF8.GetBytes(names[tag]))] = (byte)tag;
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
            _answers.Add(_tagOfBytes[FeatureWeights.Pack(reader.ValueSpan)]);
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

    // Only the places are noted: a text needs a few hundred of 80,000 features. They stand last in the file.
    private void ReadWeights(int at)
    {
        at += _text.AsSpan(at).IndexOf((byte)'{') + 1;
        while (true)
        {
            var (start, length, end) = VoiceFile.KeyRange(_text, at);
            if (start < 0)
            {
                break;
            }

            _features.Add(start, length);
            _weightStarts.Add(end);
            // Neither tags nor numbers hold a brace.
            at = end + _text.AsSpan(end).IndexOf((byte)'}') + 1;
        }

        _weights = new FeatureWeights?[_features.Count];
    }
}
