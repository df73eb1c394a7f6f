namespace FlamingHorse.Narration.Speech.Voice.Sound;

/// <summary>
/// The samples that a vector's width of frames covers, in columns of one hop: row r holds samples r, r + 300, r + 600, …, so that the same
/// sample of neighbouring frames lies side by side. It moves along the signal, a block at a time, and stays in the first level of the
/// cache.
/// </summary>
internal sealed class HopBlock
{
    /// <summary>Columns that frames of the next block cover, too.</summary>
    private const int Kept = HopWindow.Columns - 1;

    private readonly int _stride = HopWindow.Width + HopWindow.Columns;
    private readonly float[] _values = new float[HopWindow.Hop * (HopWindow.Width + HopWindow.Columns)];

    /// <summary>Sample n of each frame.</summary>
    public Span<float> At(int sample)
    {
        var (column, row) = Math.DivRem(sample, HopWindow.Hop);
        return _values.AsSpan(row * _stride + column, HopWindow.Width);
    }

    /// <summary>The rows' values in a column.</summary>
    public ref float At(int column, int row) => ref _values[row * _stride + column];

    public void Clear() => Array.Clear(_values);

    /// <summary>Moves on by a block: what its last frames share with the next ones comes first; the rest is 0.</summary>
    public void Advance()
    {
        for (var row = 0; row < HopWindow.Hop; row++)
        {
            var values = _values.AsSpan(row * _stride, _stride);
            values.Slice(HopWindow.Width, Kept).CopyTo(values);
            values[Kept..].Clear();
        }
    }
}
