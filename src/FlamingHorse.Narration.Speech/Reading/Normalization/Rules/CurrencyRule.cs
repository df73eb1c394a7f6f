using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Speech.Reading.Normalization.Rules;

/// <summary>Amounts of money: <c>$5.50</c> as 5 dollars and 50 cents, <c>€3 million</c>, <c>5 USD</c>.</summary>
/// <param name="tables">List the currencies.</param>
internal sealed partial class CurrencyRule(WordTables tables) : IReadingRule
{
    public void Apply(IReadOnlyList<TokenDraft> tokens, int at)
    {
        var token = tokens[at];
        var next = at + 1 < tokens.Count && token.TouchesNext ? tokens[at + 1] : null;
        if (token.HasDigit)
        {
            ReadAmount(token, next);
        }
        else if (tables.Currencies.TryGetValue(token.Core, out var currency))
        {
            ReadSign(tokens, at, currency);
        }
    }

    private void ReadAmount(TokenDraft token, TokenDraft? next)
    {
        if (Amount().Match(token.Core) is not { Success: true } match || SignOf(match) is not { } sign)
        {
            return;
        }

        if (!tables.Currencies.TryGetValue(sign, out var currency))
        {
            return;
        }

        var minus = match.Groups["minus"].Success ? "minus " : "";
        var number = Grouped(match.Groups["number"].Value);
        var rest = match.Groups["per"].Success ? $" per {match.Groups["per"].Value}" : "";
        if (match.Groups["to"].Success)
        {
            token.Core = $"{minus}{number} to {Grouped(match.Groups["to"].Value)} {currency.Several}{rest}";
        }
        else if (MagnitudeOf(match.Groups["magnitude"].Value) is { } magnitude)
        {
            token.Core = $"{minus}{number} {magnitude} {currency.Several}{rest}";
        }
        else if (next is { Core: "hundred" or "thousand" or "million" or "billion" or "trillion" } && rest.Length == 0)
        {
            token.Core = minus + number;
            next.Core += $" {currency.Several}";
        }
        else
        {
            token.Core = minus + ReadExact(sign, number, currency) + rest;
        }
    }

    private static string ReadExact(string sign, string number, UnitName currency)
    {
        var parts = number.Split('.');
        if (parts is not [var whole, [_, _] cents] || SmallCoin(sign) is not { } coin)
        {
            return $"{number} {currency.After(number)}";
        }

        var coins = cents == "00" ? "" : $"{cents.TrimStart('0')} {coin.After(cents.TrimStart('0'))}";
        var units = whole.Trim('0').Length == 0 && coins.Length > 0 ? "" : $"{whole} {currency.After(whole)}";
        return units.Length == 0 || coins.Length == 0 ? units + coins : $"{units} and {coins}";
    }

    // A sign or code of its own: the number beside it is the amount.
    private static void ReadSign(IReadOnlyList<TokenDraft> tokens, int at, UnitName currency)
    {
        var token = tokens[at];
        if (at > 0 && tokens[at - 1] is { EndsWithDigit: true, TouchesNext: true } number)
        {
            token.Core = currency.After(number.Core);
        }
        else if (at + 1 < tokens.Count && token.TouchesNext && tokens[at + 1] is { StartsWithDigit: true } amount)
        {
            // The order of the words is the amount's; the tokens share them so that the words' places stay in order.
            (token.Core, amount.Core) = (Grouped(amount.Core), currency.After(amount.Core));
        }
        else if (token.Core.Length == 1)
        {
            token.Core = currency.One;
        }
    }

    private static string? SignOf(Match match) => match.Groups["sign"].Success ? match.Groups["sign"].Value : null;

    private static UnitName? SmallCoin(string sign) =>
        sign switch
        {
            "$" or "€" => new UnitName("cent", "cents"),
            "£" => new UnitName("penny", "pence"),
            _ => null,
        };

    private static string? MagnitudeOf(string letter) =>
        letter switch
        {
            "k" or "K" => "thousand",
            "m" or "M" or "mn" => "million",
            "b" or "B" or "bn" => "billion",
            "t" or "T" or "tn" => "trillion",
            _ => null,
        };

    // Four digits alone would be read as a year.
    private static string Grouped(string number) => FourDigits().IsMatch(number) ? $"{number[0]},{number[1..]}" : number;

    [GeneratedRegex(
        @"^(?<minus>[-−])?(?:US|C|A)?(?:(?<sign>[$£€¥₹₩])(?<number>\d[\d,]*(?:\.\d+)?)(?:[-–](?:[$£€¥₹₩])?(?<to>\d[\d,]*(?:\.\d+)?))?"
            + @"|(?<number>\d[\d,]*(?:\.\d+)?)(?<sign>[$£€¥₹₩¢]))(?<magnitude>k|K|m|M|mn|b|B|bn|t|T|tn)?(?:/(?<per>[a-z]+))?$"
    )]
    private static partial Regex Amount();

    [GeneratedRegex(@"^\d{4}(?!\d)")]
    private static partial Regex FourDigits();
}
