using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Engine.Scripts.Markdown;

/// <summary>What a heading says about the id.</summary>
internal static partial class MarkdownHeading
{
    /// <summary>The part of the id: the content of <c>{#…}</c>, else the heading without characters that ids cannot contain.</summary>
    public static string IdPart(string heading)
    {
        if (Named().Match(heading) is { Success: true } named)
        {
            return named.Groups["id"].Value;
        }

        return White().Replace(Foreign().Replace(MarkdownInline.Plain(heading), " "), " ").Trim(' ', '-');
    }

    [GeneratedRegex("\\{#(?<id>[^}\\s]+)\\}\\s*$")]
    private static partial Regex Named();

    // A dot would begin another scope.
    [GeneratedRegex("[^\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}_\\- ]+")]
    private static partial Regex Foreign();

    [GeneratedRegex("\\s+")]
    private static partial Regex White();
}
