namespace FlamingHorse.Narration.Script.Text;

/// <summary>Reads the parts of marks and breaks in a text, one after another.</summary>
internal sealed class MarkupScanner(string text)
{
    /// <summary>The next character to read.</summary>
    public int At { get; set; }

    /// <summary>Milliseconds, with <see cref="At"/> behind the break; null when it is malformed.</summary>
    public int? ReadBreak(string element)
    {
        if (element != "break")
            return null; // <Break …>: XML knows small letters only
        int? pause = null;
        while (true)
        {
            SkipSpace();
            if (Take("/>") || Take("></break>"))
                return pause;
            if (pause is not null || ReadAttribute() is not { Name: "time" } attribute)
                return null;
            pause = BreakTime.Read(attribute.Value);
            if (pause is null)
                return null;
        }
    }

    /// <summary>"mark", "bookmark" or "break" when one of them begins here as an element; case is looked at later.</summary>
    public string? ReadElementName()
    {
        foreach (var element in (string[])["mark", "bookmark", "break"])
        {
            if (string.Compare(text, At, element, 0, element.Length, StringComparison.OrdinalIgnoreCase) != 0)
                continue;
            var end = At + element.Length;
            if (end < text.Length && !WhiteSpace.Is(text[end]) && text[end] is not ('/' or '>'))
                continue;
            var written = text.Substring(At, element.Length);
            At = end;
            return written;
        }
        return null;
    }

    /// <summary>The mark's name with <see cref="At"/> behind the mark, or null when it is malformed.</summary>
    public string? ReadMark(string element)
    {
        var wanted = element switch
        {
            "mark" => "name",
            "bookmark" => "mark",
            _ => null,
        };
        if (wanted is null)
            return null; // <Mark …>: XML knows small letters only

        string? name = null;
        while (true)
        {
            SkipSpace();
            if (Take("/>") || Take($"></{element}>"))
                return name;
            if (ReadAttribute() is not { } attribute || attribute.Name != wanted || name is not null)
                return null;
            name = attribute.Value;
        }
    }

    private (string Name, string Value)? ReadAttribute()
    {
        var start = At;
        while (At < text.Length && char.IsLetter(text[At]))
            At++;
        var name = text.Substring(start, At - start);
        SkipSpace();
        if (!Take("="))
            return null;
        SkipSpace();
        if (At >= text.Length || text[At] is not ('\'' or '"'))
            return null;
        var end = text.IndexOf(text[At], At + 1);
        if (end < 0)
            return null;
        var value = text.Substring(At + 1, end - At - 1);
        At = end + 1;
        return (name, value);
    }

    private void SkipSpace()
    {
        while (At < text.Length && WhiteSpace.Is(text[At]))
            At++;
    }

    private bool Take(string token)
    {
        if (string.CompareOrdinal(text, At, token, 0, token.Length) != 0)
            return false;
        At += token.Length;
        return true;
    }

    /// <summary>The markup at an angle bracket, cut to 40 characters for a message.</summary>
    public string Excerpt(int open)
    {
        var close = text.IndexOf('>', open);
        var length = (close < 0 ? text.Length : close + 1) - open;
        return length <= 40 ? text.Substring(open, length) : text.Substring(open, 40) + "…";
    }
}
