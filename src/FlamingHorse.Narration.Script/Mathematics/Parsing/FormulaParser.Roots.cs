using FlamingHorse.Narration.Script.Mathematics.Lexing;
using static FlamingHorse.Narration.Script.Mathematics.Lexing.TokenKind;

namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>Roots, what \not negates, and lines under a sum.</summary>
internal sealed partial class FormulaParser
{
    private RootNode ReadRoot(Token token)
    {
        RowNode? index = null;
        if (Current.IsCharacter('['))
        {
            var open = Current;
            _at++;
            var start = _at;
            var items = ReadItems(inner => inner.IsCharacter(']') || inner.Kind == Close);
            if (Current.IsCharacter(']'))
                _at++;
            index = items.Count == 0 ? null : Row(items, start);
            if (!tokens[_at - 1].IsCharacter(']'))
            {
                Report(FormulaProblemKind.Unbalanced, open, "This '[' is not closed. Write \\sqrt[n]{x}.");
                return new RootNode(null, index ?? new RowNode([], token.Start, token.End), token.Start, index?.End ?? token.End);
            }
        }
        var body = ReadArgument(token);
        return new RootNode(index, body, token.Start, Math.Max(body.End, token.End));
    }

    private SymbolNode? ReadNot(Token token)
    {
        var at = Current;
        var symbol = at.Kind switch
        {
            Command => SymbolTable.OfCommand(at.Text),
            Character => SymbolTable.OfCharacter(at.Text),
            _ => null,
        };
        var negated = symbol?.Key switch
        {
            "bar" => "not-divides",
            "exists" => "not-exists",
            "equals" => "not-equal",
            { } key => "not-" + key,
            null => "",
        };
        if (SymbolTable.Find(negated) is not { } sign)
        {
            Report(
                FormulaProblemKind.MissingArgument,
                token,
                "'\\not' is followed by nothing that it can negate. Write it before a relation, as in \\not=."
            );
            return null;
        }
        _at++;
        return new SymbolNode(sign, token.Start, at.End);
    }

    /// <summary>Lines under a sum: as if commas stood between them.</summary>
    private RowNode ReadSubstack(Token token)
    {
        if (Current.Kind != Open || !Enter(token))
            return ReadArgument(token);
        _at++;
        var start = _at;
        var items = new List<Node>();
        while (true)
        {
            items.AddRange(ReadItems(inner => inner.Kind is Close or NewRow));
            var end = Current;
            if (end.Kind is Close or NewRow)
                _at++;
            if (end.Kind != NewRow)
                break;
            items.Add(new SymbolNode(SymbolTable.OfKey("comma"), end.Start, end.End));
        }
        _depth--;
        return Row(items, start);
    }
}
