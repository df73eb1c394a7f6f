using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Speech.Reading.Normalization.Rules;

/// <summary>Addresses, file names and dotted names: <c>example.com</c> as example dot com.</summary>
internal sealed partial class LinkRule : IReadingRule
{
    public void Apply(IReadOnlyList<TokenDraft> tokens, int at)
    {
        var token = tokens[at];
        if (!token.Core.AsSpan().ContainsAny('.', ':', '@'))
        {
            return;
        }

        if (Address().Match(token.Core) is { Success: true } address)
        {
            token.Core = ReadAddress(address.Groups["rest"].Value is var rest && rest.Any(char.IsLetterOrDigit) ? rest : token.Core);
        }
        else if (IsDottedName(token.Core))
        {
            token.Core = token.Core.Replace(".", " dot ", StringComparison.Ordinal).Trim();
        }
    }

    private static string ReadAddress(string address) => SignsOfAddress().Replace(address.TrimEnd('/'), sign => NameOf(sign.Value));

    private static string NameOf(string sign) =>
        sign switch
        {
            "." => " dot ",
            "/" => " slash ",
            "@" => " at ",
            ":" => " colon ",
            _ => " ",
        };

    // Of letters and digits; e.g., U.S. and Ph.D. are no such names, nor is the end of a sentence without its space.
    private static bool IsDottedName(string core)
    {
        var parts = core.Split('.');
        if (core.StartsWith('.'))
        {
            parts = parts[1..];
        }

        if (
            parts.Length < 2 && !core.StartsWith('.')
            || parts.Any(part => part.Length == 0 || !part.All(char.IsAsciiLetterOrDigit))
            || parts.All(part => part.Length < 3)
            || parts.All(part => part.All(char.IsAsciiDigit))
        )
        {
            return false;
        }

        var endsSentence = char.IsLower(core[0]) && parts.Length == 2 && parts[1].Length > 1 && char.IsUpper(parts[1][0]);
        return !endsSentence && parts.All(part => char.IsAsciiLetter(part[0]));
    }

    [GeneratedRegex(
        @"^(?:[a-z][a-z0-9+]*://(?<rest>\S+)|(?<rest>www\.\S+)|(?:mailto:)?(?<rest>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
            + @"|(?<rest>(?:[A-Za-z0-9-]+\.)+(?:com|org|net|io|dev|edu|gov|ai|co|uk|de|info)(?:/\S*)?))$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Address();

    [GeneratedRegex(@"[^\p{L}\p{N}]")]
    private static partial Regex SignsOfAddress();
}
