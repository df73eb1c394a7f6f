using System.Text;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Mathematics.Captions;

/// <summary>A caption as it grows, and where in the formula each character of it comes from.</summary>
internal sealed class CaptionText
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int End)> _origins = [];

    public char Last => _text.Length == 0 ? '\0' : _text[_text.Length - 1];

    /// <summary>Adds what was read from a part of the formula; what no caption can hold becomes a space.</summary>
    public void Add(string text, int start, int end)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
                Add(text[i++], start, end);
            Add(isPair || IsShown(text[i]) ? text[i] : ' ', start, end);
        }
    }

    public void AddSpace(int at)
    {
        if (_text.Length > 0 && Last is not (' ' or '('))
            Add(' ', at, at);
    }

    /// <summary>The words between white space, with the places they come from, and all of them with one space between.</summary>
    public (string Text, List<CaptionWord> Words) ToWords()
    {
        var words = new List<CaptionWord>();
        for (var i = 0; i < _text.Length; i++)
        {
            if (WhiteSpace.Is(_text[i]))
                continue;
            var begin = i;
            while (i < _text.Length && !WhiteSpace.Is(_text[i]))
                i++;
            var origins = _origins.GetRange(begin, i - begin);
            words.Add(
                new CaptionWord(_text.ToString(begin, i - begin), origins.Min(origin => origin.Start), origins.Max(origin => origin.End))
            );
        }
        return (string.Join(" ", words.Select(word => word.Text)), words);
    }

    private void Add(char c, int start, int end)
    {
        _text.Append(c);
        _origins.Add((start, end));
    }

    private static bool IsShown(char c) => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\uFFFE' or '\uFFFF');
}
