using FlamingHorse.Narration.Script.Mathematics.Lexing;
using static FlamingHorse.Narration.Script.Mathematics.Lexing.TokenKind;

namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>Commands with arguments.</summary>
internal sealed partial class FormulaParser
{
    private Node? ReadStructure(Token token)
    {
        switch (token.Text)
        {
            case "frac" or "dfrac" or "tfrac" or "cfrac" or "nicefrac" or "sfrac":
                return ReadFraction(token, isBinomial: false);
            case "binom" or "dbinom" or "tbinom":
                return ReadFraction(token, isBinomial: true);
            case "sqrt":
                return ReadRoot(token);
            case "operatorname" or "mathrm" or "mathop" or "mathsf" or "mathtt" or "mathnormal" or "rm" when IsName():
                return ReadName(token);
            case "pmod" or "pod":
                var modulus = ReadArgument(token);
                return new ModuloNode(modulus, token.Start, modulus.End);
            case "left":
                return ReadLeft(token);
            case "begin":
                return ReadEnvironment(token);
            case "overset" or "underset" or "stackrel":
                var label = ReadArgument(token);
                return Stack(token, ReadArgument(token), label);
            case "xrightarrow" or "xleftarrow" or "xmapsto":
                var over = ReadArgument(token);
                var arrow = SymbolTable.OfKey(
                    token.Text == "xrightarrow" ? "to"
                    : token.Text == "xmapsto" ? "maps"
                    : "from"
                );
                return Stack(token, new RowNode([new SymbolNode(arrow, token.Start, token.End)], token.Start, token.End), over);
            case "not":
                return ReadNot(token);
            case "substack":
                return ReadSubstack(token);
            case "iff" or "middle":
                return _at < tokens.Count - 1 && ReadDelimiter(token) is { } middle ? middle : null;
            case "hspace" or "hspace*" or "vspace" or "phantom" or "hphantom" or "vphantom" or "label" or "color" or "mathchoice":
                ReadArgument(token);
                return null;
            case "textcolor" or "colorbox" or "class" or "href":
                ReadArgument(token);
                return Transparent(token);
            default:
                return ReadTransparent(token);
        }
    }

    private Node? ReadTransparent(Token token)
    {
        if (Sizes.Contains(token.Text))
            return Current.Kind is Superscript or Subscript or End ? null : ReadDelimiter(token);
        if (FontOf(token.Text) is { } style)
            return Styled(ReadArgument(token), style);
        if (
            token.Text
            is "boxed"
                or "smash"
                or "mathop"
                or "mathbin"
                or "mathrel"
                or "mathord"
                or "mathinner"
                or "ensuremath"
                or "operatorname"
                or "fbox"
                or "bcancel"
                or "cancel"
                or "mathstrut"
                or "overline"
                or "text"
                or "textrm"
                or "textit"
                or "textbf"
                or "mbox"
        )
            return Transparent(token);
        if (token.Text is "right" or "end")
        {
            if (token.Text == "right" && Current.Kind != End)
                _at++;
            Report(
                FormulaProblemKind.Unbalanced,
                token,
                $"'{token.Written}' has no '{(token.Text == "right" ? "\\left" : "\\begin")}' before it. Write both, or neither."
            );
            return null;
        }
        Report(
            FormulaProblemKind.UnknownCommand,
            token,
            $"'{token.Written}' is not known. Define it with \\newcommand in a NarrationMacros file, or give the formula a reading: $…${{in words}}, or a line under [math] in a lexicon."
        );
        return new NameNode(token.Text, token.Start, token.End);
    }

    private RowNode Transparent(Token token)
    {
        var body = ReadArgument(token);
        return body with { Start = token.Start };
    }

    private static StackNode Stack(Token token, RowNode core, RowNode label) =>
        new(core, label, token.Start, Math.Max(core.End, label.End));

    private FractionNode ReadFraction(Token token, bool isBinomial)
    {
        var top = ReadArgument(token, "what stands above");
        var bottom = ReadArgument(token, "what stands below");
        return new FractionNode(top, bottom, isBinomial, token.Start, Math.Max(bottom.End, token.End));
    }

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
                "'\\not' stands before nothing that it can negate. Write it before a relation, as in \\not=."
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
