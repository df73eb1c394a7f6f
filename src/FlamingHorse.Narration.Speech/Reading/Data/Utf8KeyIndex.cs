namespace FlamingHorse.Narration.Speech.Reading.Data;

/// <summary>Finds the ordinal of a key among the keys of a JSON file without making a string of any of them.</summary>
/// <param name="text">The file's bytes; keys are ranges of it.</param>
/// <param name="capacity">How many keys are expected; more are accepted.</param>
internal sealed class Utf8KeyIndex(byte[] text, int capacity)
{
    private int[] _starts = new int[capacity];
    private ushort[] _lengths = new ushort[capacity];
    private int[] _slots = new int[SlotsFor(capacity)];

    public int Count { get; private set; }

    /// <summary>Adds a key; its ordinal is the number of keys before it.</summary>
    public void Add(int start, int length)
    {
        if (Count == _starts.Length)
        {
            Grow();
        }

        _starts[Count] = start;
        _lengths[Count] = checked((ushort)length);
        Place(Count++);
    }

    /// <summary>The ordinal of the key, or −1. Of equal keys the first one answers.</summary>
    public int Find(ReadOnlySpan<byte> key)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)Hash(key) & mask; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            var ordinal = _slots[slot] - 1;
            if (_lengths[ordinal] == key.Length && KeyAt(ordinal).SequenceEqual(key))
            {
                return ordinal;
            }
        }

        return -1;
    }

    private ReadOnlySpan<byte> KeyAt(int ordinal) => text.AsSpan(_starts[ordinal], _lengths[ordinal]);

    private void Place(int ordinal)
    {
        var mask = _slots.Length - 1;
        var slot = (int)Hash(KeyAt(ordinal)) & mask;
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        _slots[slot] = ordinal + 1;
    }

    private void Grow()
    {
        Array.Resize(ref _starts, Math.Max(16, 2 * Count));
        Array.Resize(ref _lengths, _starts.Length);
        _slots = new int[SlotsFor(_starts.Length)];
        for (var ordinal = 0; ordinal < Count; ordinal++)
        {
            Place(ordinal);
        }
    }

    private static int SlotsFor(int capacity) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * capacity));

    // FNV-1a, with its high bits folded in: the slots use the low ones.
    private static uint Hash(ReadOnlySpan<byte> key)
    {
        var hash = 2166136261u;
        foreach (var octet in key)
        {
            hash = (hash ^ octet) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }
}
