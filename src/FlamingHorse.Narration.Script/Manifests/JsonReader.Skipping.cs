namespace FlamingHorse.Narration.Script.Manifests;

/// <content>Values that nobody asks for: those of a later version.</content>
internal sealed partial class JsonReader
{
    /// <summary>Passes over a value, whatever it is.</summary>
    public void Skip()
    {
        switch (Peek())
        {
            case '"':
                ReadString();
                break;
            case '{':
                BeginObject();
                while (NextMember() is not null)
                    Skip();
                break;
            case '[':
                BeginArray();
                while (NextElement())
                    Skip();
                break;
            case 't' or 'f':
                ReadBoolean();
                break;
            case 'n':
                if (!Take("null"))
                    throw Error("null is misspelt");
                break;
            default:
                SkipNumber();
                break;
        }
    }

    /// <summary>Any number that JSON knows: a later version's member may hold a fraction.</summary>
    private void SkipNumber()
    {
        _at += Peek() == '-' ? 1 : 0;
        if (IsAt("0"))
            _at++;
        else
            SkipDigits();

        if (IsAt("."))
        {
            _at++;
            SkipDigits();
        }

        if (IsAt("eE"))
        {
            _at++;
            _at += IsAt("+-") ? 1 : 0;
            SkipDigits();
        }
    }

    private void SkipDigits()
    {
        if (!IsAt("0123456789"))
            throw Error("a value is missing");

        while (IsAt("0123456789"))
            _at++;
    }

    /// <summary>Whether one of these comes next, without white space before it.</summary>
    private bool IsAt(string characters) => _at < text.Length && characters.IndexOf(text[_at]) >= 0;
}
