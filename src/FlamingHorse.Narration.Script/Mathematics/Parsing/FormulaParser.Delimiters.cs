using FlamingHorse.Narration.Script.Mathematics.Lexing;
using static FlamingHorse.Narration.Script.Mathematics.Lexing.TokenKind;

namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary><c>\left</c>, <c>\right</c> and the sizes of delimiters.</summary>
internal sealed partial class FormulaParser
{
    private static readonly HashSet<string> Sizes =
    [
        .. from size in (string[])["big", "Big", "bigg", "Bigg"] from side in (string[])["", "l", "r", "m"] select size + side,
    ];

    private Node? ReadLeft(Token token)
    {
        var open = ReadDelimiterKey(token);
        if (!Enter(token))
            return null;
        var start = _at;
        var items = ReadItems(inner => inner.IsCommand("right") || inner.Kind is Close or Column or NewRow || inner.IsCommand("end"));
        var body = Row(items, start);
        _depth--;
        if (!Current.IsCommand("right"))
        {
            Report(
                FormulaProblemKind.Unbalanced,
                token,
                "'\\left' has no '\\right'. Write \\right) after its contents, or \\right. for an invisible delimiter."
            );
            return body;
        }
        var right = Current;
        _at++;
        var close = ReadDelimiterKey(right);
        return new FenceNode(Opening(open), Closing(close), body, token.Start, tokens[_at - 1].End);
    }

    private SymbolNode? ReadDelimiter(Token size)
    {
        var token = Current;
        var key = ReadDelimiterKey(size);
        var isBar = key is "bar" or "norm" or "lvert" or "rvert" or "lnorm" or "rnorm";
        if (isBar && size.Text.EndsWith("l", StringComparison.Ordinal))
            key = key is "bar" or "lvert" or "rvert" ? "lvert" : "lnorm";
        else if (isBar && size.Text.EndsWith("r", StringComparison.Ordinal))
            key = key is "bar" or "lvert" or "rvert" ? "rvert" : "rnorm";
        return key == "."
            ? null
            : new SymbolNode(SymbolTable.OfKey(size.Text == "middle" && key == "bar" ? "divides" : key), size.Start, token.End);
    }

    private string ReadDelimiterKey(Token command)
    {
        var token = Current;
        var symbol = token.Kind switch
        {
            Command => SymbolTable.OfCommand(token.Text),
            Character => SymbolTable.OfCharacter(token.Text),
            _ => null,
        };
        var isDelimiter =
            symbol is { Kind: SymbolKind.Open or SymbolKind.Close or SymbolKind.Bar }
            || symbol?.Key is "slash" or "less" or "greater" or "period" or "divides";
        if (!isDelimiter)
        {
            Report(
                FormulaProblemKind.MissingArgument,
                command,
                $"'{command.Written}' has no delimiter. Write {command.Written} before a bracket."
            );
            return ".";
        }
        _at++;
        return symbol!.Key switch
        {
            "period" => ".",
            "less" => "langle",
            "greater" => "rangle",
            var key => key,
        };
    }

    private static string Opening(string key) =>
        key switch
        {
            "bar" or "rvert" or "divides" => "lvert",
            "norm" or "rnorm" => "lnorm",
            _ => key,
        };

    private static string Closing(string key) =>
        key switch
        {
            "bar" or "lvert" or "divides" => "rvert",
            "norm" or "lnorm" => "rnorm",
            _ => key,
        };
}
