using System.Text;

namespace FlamingHorse.Narration.Speech.Reading.Tagging;

/// <summary>Adds up the weights of one word's features without making a string of any of them.</summary>
/// <param name="model">Holds the weights.</param>
/// <param name="scores">The sum of each tag.</param>
/// <param name="buffer">Room for one feature; a longer one is unknown to every model.</param>
internal readonly ref struct FeatureScorer(TaggerModel model, Span<int> scores, Span<byte> buffer)
{
    private readonly Span<int> _scores = scores;
    private readonly Span<byte> _buffer = buffer;

    public void Add(
        ReadOnlySpan<char> name,
        ReadOnlySpan<char> value = default,
        ReadOnlySpan<char> comma = default,
        ReadOnlySpan<char> more = default
    )
    {
        var length = 0;
        if (Append(name, ref length) && Append(value, ref length) && Append(comma, ref length) && Append(more, ref length))
        {
            model.Score(_buffer[..length], _scores);
        }
    }

    private bool Append(ReadOnlySpan<char> part, ref int length)
    {
        var fits = Encoding.UTF8.TryGetBytes(part, _buffer[length..], out var written);
        length += written;
        return fits;
    }
}
