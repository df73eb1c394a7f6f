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
        {
            return Transparent(token);
        }

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
            $"'{token.Written}' is not known. Define it with \\newcommand in a NarrationMacros file, or give the "
                + $"formula a reading: $…${{in words}}, or a line under [math] in a lexicon."
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
        var top = ReadArgument(token, "its upper part");
        var bottom = ReadArgument(token, "its lower part");
        return new FractionNode(top, bottom, isBinomial, token.Start, Math.Max(bottom.End, token.End));
    }
}
