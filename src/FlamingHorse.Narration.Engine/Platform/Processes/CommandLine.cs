using System.Text;

namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>
/// Reads a program and its arguments from one string: white space separates, double quotes group, nothing else has a meaning.
/// </summary>
internal static class CommandLine
{
    /// <exception cref="FormatException">A quote is not closed.</exception>
    public static IReadOnlyList<string> Split(string command)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var isQuoted = false;
        var hasPart = false;
        foreach (var c in command)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
                hasPart = true;
            }
            else if (char.IsWhiteSpace(c) && !isQuoted)
            {
                Close();
            }
            else
            {
                part.Append(c);
                hasPart = true;
            }
        }

        if (isQuoted)
        {
            throw new FormatException("a double quote is not closed");
        }

        Close();
        return parts;

        void Close()
        {
            if (hasPart)
            {
                parts.Add(part.ToString());
                part.Clear();
                hasPart = false;
            }
        }
    }
}
