using System.Text;

namespace FlamingHorse.Narration.Script.Mathematics.Captions;

/// <summary>A caption as it grows, and where in the formula each character of it comes from.</summary>
internal sealed class CaptionText
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int End)> _origins = [];

    public int Length => _text.Length;

    public char Last => _text.Length == 0 ? '\0' : _text[_text.Length - 1];

    public void Add(string text, int start, int end)
    {
        _text.Append(text);
        for (var i = 0; i < text.Length; i++)
            _origins.Add((start, end));
    }

    public void AddSpace(int at)
    {
        if (_text.Length > 0 && Last is not (' ' or '('))
            Add(" ", at, at);
    }

    /// <summary>The words between white space, with the first place each comes from.</summary>
    public (string Text, List<CaptionWord> Words) ToWords()
    {
        var text = _text.ToString();
        var words = new List<CaptionWord>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ')
                continue;
            var end = text.IndexOf(' ', i) is var space and >= 0 ? space : text.Length;
            var origins = _origins.GetRange(i, end - i);
            words.Add(new CaptionWord(text.Substring(i, end - i), origins.Min(origin => origin.Start), origins.Max(origin => origin.End)));
            i = end;
        }
        return (text.TrimEnd(' '), words);
    }
}
