using FlamingHorse.Narration.Script.Mathematics.Lexing;
using static FlamingHorse.Narration.Script.Mathematics.Lexing.TokenKind;

namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>Fonts and the names that are set upright.</summary>
internal sealed partial class FormulaParser
{
    private static LetterStyle? FontOf(string command) =>
        command switch
        {
            "mathbb" or "Bbb" or "mathds" => LetterStyle.Blackboard,
            "mathcal" or "mathscr" or "cal" => LetterStyle.Calligraphic,
            "mathfrak" or "frak" => LetterStyle.Fraktur,
            "mathbf" or "boldsymbol" or "bm" or "pmb" or "bf" or "mathbfit" or "symbf" => LetterStyle.Bold,
            "mathrm" or "rm" or "mathsf" or "mathtt" or "sf" or "tt" => LetterStyle.Upright,
            "mathit" or "mathnormal" or "it" => LetterStyle.Plain,
            _ => null,
        };

    private static RowNode Styled(RowNode row, LetterStyle style)
    {
        var items = row.Items.Select(item => Styled(item, style)).ToList();
        return row with { Items = style == LetterStyle.Upright ? Joined(items) : items };
    }

    /// <summary>Upright letters side by side are one name: the km of \mathrm{km/h}.</summary>
    private static List<Node> Joined(List<Node> items)
    {
        var joined = new List<Node>(items.Count);
        foreach (var item in items)
        {
            var last = joined.Count > 0 ? joined[joined.Count - 1] : null;
            if (item is LetterNode letter && last is LetterNode or NameNode)
            {
                joined[joined.Count - 1] = new NameNode(
                    (last as LetterNode)?.Name + (last as NameNode)?.Name + letter.Name,
                    last.Start,
                    letter.End
                );
            }
            else
            {
                joined.Add(item);
            }
        }
        return joined;
    }

    private static Node Styled(Node node, LetterStyle style) =>
        node switch
        {
            LetterNode letter => letter with { Style = style },
            RowNode row => Styled(row, style),
            ScriptNode { Core: { } core } script => script with { Core = Styled(core, style) },
            AccentNode accent => accent with { Body = Styled(accent.Body, style) },
            _ => node,
        };

    /// <summary>Two letters or more in braces, and spaces between them.</summary>
    private bool IsName()
    {
        if (Current.Kind != Open)
            return false;
        var letters = 0;
        for (var i = _at + 1; ; i++)
        {
            var token = tokens[i];
            if (token.Kind == Close)
                return letters > 1;
            if (token.Kind == Character && char.IsLetter(token.Text, 0) && UnicodeLetters.OfCharacter(token.Text) is null)
            {
                letters++;
            }
            else if (
                !token.IsCharacter('-')
                && !token.IsCommand(",")
                && !token.IsCommand(" ")
                && !token.IsCommand(";")
                && !token.IsCommand(":")
            )
            {
                return false;
            }
        }
    }

    private NameNode ReadName(Token token)
    {
        var name = new System.Text.StringBuilder();
        for (_at++; Current.Kind != Close; _at++)
        {
            if (name.Length > 0 && (Current.AfterSpace && token.Text == "operatorname" || Current.Kind == Command))
                name.Append(' ');
            if (Current.Kind == Character)
                name.Append(Current.Text);
        }
        var end = Current.End;
        _at++;
        return new NameNode(name.ToString().Trim(), token.Start, end);
    }
}
