using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FlamingHorse.Narration.Engine.Model;

/// <summary>
/// One machine's share of the keys: shard <paramref name="Index"/> (from 1) of <paramref name="Count"/>. The same everywhere, for it
/// depends on the key alone.
/// </summary>
public sealed record KeyShard(int Index, int Count)
{
    /// <summary>Whether this shard makes the key.</summary>
    public bool Holds(ActionKey key) =>
        Count == 1
        || (int)(ulong.Parse(key.Hex.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) % (ulong)Count)
            == Index - 1;

    /// <summary>Reads <c>k/n</c> with 1 ≤ k ≤ n.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out KeyShard? shard)
    {
        shard = null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (
            slash < 0
            || !int.TryParse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || index < 1
            || index > count
        )
        {
            return false;
        }

        shard = new(index, count);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");
}
