using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FlamingHorse.Narration.Speech.Reading.Tagging;

/// <summary>The weights of one feature for and against tags.</summary>
internal sealed class FeatureWeights
{
    private readonly byte[] _tags;
    private readonly short[] _weights;

    private FeatureWeights(byte[] tags, short[] weights)
    {
        _tags = tags;
        _weights = weights;
    }

    /// <summary>Reads an object from tags to weights with one decimal.</summary>
    /// <param name="json">Begins with the object.</param>
    /// <param name="tagOfName">Numbers of the tags by their packed names.</param>
    public static FeatureWeights Parse(ReadOnlySpan<byte> json, Dictionary<ulong, byte> tagOfName)
    {
        var reader = new Utf8JsonReader(json);
        var tags = new List<byte>();
        var weights = new List<short>();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            tags.Add(tagOfName[Pack(reader.ValueSpan)]);
            reader.Read();
            weights.Add(ParseTenths(reader.ValueSpan));
        }

        return new FeatureWeights([.. tags], [.. weights]);
    }

    /// <summary>A tag's name as a number; none is longer than seven bytes.</summary>
    public static ulong Pack(ReadOnlySpan<byte> name)
    {
        var packed = 0UL;
        foreach (var octet in name)
        {
            packed = (packed << 8) | octet;
        }

        return packed;
    }

    /// <summary>Adds the weights, in tenths.</summary>
    public void AddTo(Span<int> scores)
    {
        for (var i = 0; i < _tags.Length; i++)
        {
            scores[_tags[i]] += _weights[i];
        }
    }

    private static short ParseTenths(ReadOnlySpan<byte> number)
    {
        var tenths = decimal.Parse(number, CultureInfo.InvariantCulture) * 10;
        return tenths == decimal.Truncate(tenths)
            ? (short)tenths
            : throw new InvalidDataException($"tagger.json.gz: {Encoding.UTF8.GetString(number)} is not a number of tenths.");
    }
}
