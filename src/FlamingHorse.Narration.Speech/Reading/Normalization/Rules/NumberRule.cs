using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Speech.Reading.Normalization.Rules;

/// <summary>Numbers that are not read as one: versions, telephone numbers, lists, powers of ten, screen sizes.</summary>
internal sealed partial class NumberRule : IReadingRule
{
    public void Apply(IReadOnlyList<TokenDraft> tokens, int at)
    {
        var token = tokens[at];
        if (!token.HasDigit)
        {
            return;
        }

        if (Decade().IsMatch(token.Core) && token.Lead.EndsWith('\'') | token.Lead.EndsWith('‘') | token.Lead.EndsWith('’'))
        {
            token.Lead = token.Lead[..^1];
            return;
        }

        token.Core = Read(token.Core);
    }

    private static string Read(string core)
    {
        if (core[0] is '−')
        {
            core = $"minus {core[1..]}";
        }

        if (core[0] == '#' && char.IsAsciiDigit(core.ElementAtOrDefault(1)))
        {
            return $"number {core[1..]}";
        }

        if (Version().Match(core) is { Success: true } version)
        {
            var numbers = version.Groups["numbers"].Value;
            var name = version.Groups["v"].Success ? "version " : "";
            return name + (numbers.Count(sign => sign == '.') > 1 ? numbers.Replace(".", " point ", StringComparison.Ordinal) : numbers);
        }

        if (Power().Match(core) is { Success: true } power)
        {
            var exponent = power.Groups["exponent"].Value.TrimStart('+').Replace("-", "minus ", StringComparison.Ordinal);
            return $"{power.Groups["number"].Value} times 10 to the power of {exponent}";
        }

        return ReadDigits(core);
    }

    private static string ReadDigits(string core)
    {
        if (Phone().IsMatch(core))
        {
            return string.Join(", ", core.TrimStart('+').Split('-').Select(group => string.Join(' ', group.AsEnumerable())));
        }

        if (LeadingZero().IsMatch(core))
        {
            return string.Join(' ', core.AsEnumerable());
        }

        if (Listed().IsMatch(core))
        {
            return core.Replace(",", ", ", StringComparison.Ordinal);
        }

        return Times().Match(core) is { Success: true } times ? ReadTimes(times) : core;
    }

    private static string ReadTimes(Match times) =>
        times.Groups["by"].Success ? $"{times.Groups["number"].Value} by {times.Groups["by"].Value}"
        : times.Groups["thousand"].Success ? $"{times.Groups["number"].Value} thousand"
        : $"{times.Groups["number"].Value} times";

    [GeneratedRegex(@"^\d0s$")]
    private static partial Regex Decade();

    [GeneratedRegex(@"^(?:(?<v>[vV])(?<numbers>\d+(?:\.\d+)*)|(?<numbers>\d+(?:\.\d+){2,}))$")]
    private static partial Regex Version();

    [GeneratedRegex(@"^(?<number>[-−]?\d+(?:\.\d+)?)[eE](?<exponent>[+-]?\d+)$")]
    private static partial Regex Power();

    [GeneratedRegex(@"^(?:\d{3}-\d{4}|\+?\d{1,4}(?:-\d{2,4}){2,})$")]
    private static partial Regex Phone();

    [GeneratedRegex(@"^0\d+$")]
    private static partial Regex LeadingZero();

    // Commas that don't group thousands part numbers.
    [GeneratedRegex(@"^(?!\d{1,3}(?:,\d{3})+$)\d+(?:,\d+)+$")]
    private static partial Regex Listed();

    [GeneratedRegex(@"^(?<number>\d[\d,]*(?:\.\d+)?)(?:[x×](?<by>\d+)|(?<thousand>k)|[x×])$")]
    private static partial Regex Times();
}
