using System.Globalization;
using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Speech.Reading.Normalization.Rules;

/// <summary>Dates: <c>2024-03-15</c> and <c>3/15/2024</c> as March 15th, 2024; <c>March 15</c>; <c>15 March</c>.</summary>
/// <param name="tables">List the months.</param>
internal sealed partial class DateRule(WordTables tables) : IReadingRule
{
    public void Apply(IReadOnlyList<TokenDraft> tokens, int at)
    {
        var token = tokens[at];
        var next = at + 1 < tokens.Count ? tokens[at + 1] : null;
        if (token.StartsWithDigit)
        {
            if (Numeric().Match(token.Core) is { Success: true } date)
            {
                token.Core = ReadNumeric(date) ?? token.Core;
            }
            else if (IsDay(token.Core) && token.TouchesNext && next is { StartsWithCapital: true } && MonthOf(next) is { } month)
            {
                token.Core = (at > 0 && tokens[at - 1].Core is "the" or "The" ? "" : "the ") + WithEnding(token.Core) + " of";
                next.Core = month;
                next.DropPoint();
            }
        }
        else if (token.StartsWithCapital && next is not null && IsDay(next.Core) && MonthOf(token) is { } month)
        {
            token.Core = month;
            token.DropPoint();
            next.Core = WithEnding(next.Core);
        }
    }

    private string? MonthOf(TokenDraft token) =>
        token.Trail is "" or "." or "," && tables.Months.TryGetValue(token.Core, out var name) ? name
        : token is { Core: "Sept", Trail: "." } ? tables.MonthNames[8]
        : null;

    private string? ReadNumeric(Match date)
    {
        var month = int.Parse(date.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
        var day = int.Parse(date.Groups["day"].ValueSpan, CultureInfo.InvariantCulture);
        return month is < 1 or > 12 || day is < 1 or > 31
            ? null
            : $"{tables.MonthNames[month - 1]} {WithEnding(date.Groups["day"].Value)}, {date.Groups["year"].Value}";
    }

    private static bool IsDay(string core) =>
        core.Length is 1 or 2 && int.TryParse(core, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31;

    private static string WithEnding(string day)
    {
        day = day.TrimStart('0');
        var ending = day switch
        {
            "1" or "21" or "31" => "st",
            "2" or "22" => "nd",
            "3" or "23" => "rd",
            _ => "th",
        };
        return day + ending;
    }

    [GeneratedRegex(@"^(?:(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)|(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4}))$")]
    private static partial Regex Numeric();
}
