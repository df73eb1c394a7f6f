using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>
/// Finds a place of the caption in what was said. Both agree up to the first word that a lexicon or SpokenAs changed and from the last
/// one on; between the two the place is found by proportion.
/// </summary>
internal sealed class CaptionAlignment
{
    private readonly string _caption;
    private readonly int _spokenLength;
    private readonly int _normalizedLength;
    private readonly int _prefix;
    private readonly int _suffix;

    public CaptionAlignment(string caption, string spoken)
    {
        _caption = caption;
        var normalized = NormalizedText.Of(caption);
        _spokenLength = spoken.Length;
        _normalizedLength = normalized.Length;
        var shorter = Math.Min(normalized.Length, spoken.Length);
        while (_prefix < shorter && normalized[_prefix] == spoken[_prefix])
            _prefix++;
        while (_suffix < shorter - _prefix && normalized[normalized.Length - 1 - _suffix] == spoken[spoken.Length - 1 - _suffix])
            _suffix++;
    }

    /// <summary>The offset in the spoken text for an offset in the caption.</summary>
    public int InSpoken(int offset)
    {
        // What stands before the mark, normalized, is as long as its part of the normalized caption, but for a space at its end.
        var at = Math.Min(NormalizedText.Of(_caption.Substring(0, offset) + "x").Length - 1, _normalizedLength);
        if (at <= _prefix)
            return at;
        if (at >= _normalizedLength - _suffix)
            return _spokenLength - (_normalizedLength - at);
        var share = (double)(at - _prefix) / (_normalizedLength - _suffix - _prefix);
        return _prefix + (int)Math.Round(share * (_spokenLength - _suffix - _prefix));
    }
}
