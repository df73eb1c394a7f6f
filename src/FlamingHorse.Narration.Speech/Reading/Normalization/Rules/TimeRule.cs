using System.Globalization;
using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Speech.Reading.Normalization.Rules;

/// <summary>Times of day: <c>3:05 pm</c> as three oh five p.m., <c>12:00</c> as twelve o'clock.</summary>
internal sealed partial class TimeRule : IReadingRule
{
    public void Apply(IReadOnlyList<TokenDraft> tokens, int at)
    {
        var token = tokens[at];
        if (!token.StartsWithDigit || Clock().Match(token.Core) is not { Success: true } clock)
        {
            return;
        }

        var next = at + 1 < tokens.Count && token.TouchesNext ? tokens[at + 1] : null;
        var half = clock.Groups["half"].Value;
        var nextHalf = half.Length == 0 && next is not null && Half().IsMatch(next.Core) ? next.Core : "";
        var hasMinutes = clock.Groups["minute"].Success;
        if (!hasMinutes && half.Length + nextHalf.Length == 0)
        {
            return;
        }

        var hour = int.Parse(clock.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var time = hasMinutes ? ReadTime(hour, clock, hasHalf: half.Length + nextHalf.Length > 0) : $"{hour}";
        if (hour > 24 || time is null)
        {
            return;
        }

        token.Core = half.Length == 0 ? time : $"{time} {WithPoints(half, token)}";
        if (nextHalf.Length > 0)
        {
            next!.Core = WithPoints(nextHalf, next);
        }
    }

    private static string? ReadTime(int hour, Match clock, bool hasHalf)
    {
        var minute = clock.Groups["minute"].Value;
        var second = clock.Groups["second"].Value;
        if (string.CompareOrdinal(minute, "59") > 0 || string.CompareOrdinal(second, "59") > 0)
        {
            return null;
        }

        if (second.Length > 0)
        {
            return $"{hour} {ReadMinute(minute)} {ReadMinute(second)}";
        }

        if (minute != "00")
        {
            return $"{hour} {ReadMinute(minute)}";
        }

        return hasHalf ? $"{hour}"
            : hour == 0 ? "midnight"
            : hour <= 12 ? $"{hour} o'clock"
            : $"{hour} hundred";
    }

    private static string ReadMinute(string minute) => minute[0] == '0' ? $"oh {minute[1]}" : minute;

    // The point after it may stand in the text already.
    private static string WithPoints(string half, TokenDraft token) =>
        $"{char.ToLowerInvariant(half[0])}.m{(token.Trail.StartsWith('.') ? "" : ".")}";

    [GeneratedRegex(@"^(?<hour>\d{1,2})(?::(?<minute>\d\d)(?::(?<second>\d\d))?)?(?<half>[ap]\.?m|[AP]\.?M)?$")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?:[ap]\.?m|[AP]\.?M)$")]
    private static partial Regex Half();
}
