using FlamingHorse.Narration.Script.Mathematics.Lexing;
using static FlamingHorse.Narration.Script.Mathematics.Lexing.TokenKind;

namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>Characters and commands.</summary>
internal sealed partial class FormulaParser
{
    /// <summary>One thing; null for what only changes the looks.</summary>
    private Node? ReadAtom()
    {
        var token = Current;
        _at++;
        return token.Kind switch
        {
            Command => ReadCommand(token),
            TokenKind.Text => new TextNode(ReadWords(token), token.Start, token.End),
            Parameter => UnknownCharacter(token with { Text = "#" + token.Text }),
            _ => ReadCharacter(token),
        };
    }

    private Node? ReadCharacter(Token token)
    {
        if (token.IsCharacter(':') && Current.IsCharacter('='))
            return new SymbolNode(SymbolTable.OfKey("defined"), token.Start, tokens[_at++].End);
        if (SymbolTable.OfCharacter(token.Text) is { } symbol)
            return OfSymbol(symbol, token);
        if (UnicodeScripts.OfCharacter(token.Text) is { } script)
            return ReadUnicodeScript(token, script);
        if (UnicodeLetters.OfCharacter(token.Text) is { } letter)
            return letter with { Start = token.Start, End = token.End };
        return char.IsLetter(token.Text, 0)
            ? new LetterNode(token.Text, LetterStyle.Plain, token.Start, token.End)
            : UnknownCharacter(token);
    }

    /// <summary>x² is x^2; the one before it is the caller's, so a script of Unicode is put back as tokens.</summary>
    private Node? ReadUnicodeScript(Token token, (bool IsSuper, string Text) script)
    {
        tokens.InsertRange(
            _at,
            [
                new(script.IsSuper ? Superscript : Subscript, script.IsSuper ? "^" : "_", token.Start, token.End, false),
                new(Character, script.Text, token.Start, token.End, false),
            ]
        );
        return null;
    }

    private Node? ReadCommand(Token token)
    {
        if (token.Text is " " or "\n" or "\t" or "\r" or "-" or "/")
            return null; // spaces, and where a word may break
        if (SymbolTable.OfCommand(token.Text) is { } symbol)
            return symbol.Kind == SymbolKind.Accent ? ReadAccent(token, symbol) : OfSymbol(symbol, token);
        return ReadStructure(token);
    }

    private static Node? OfSymbol(Symbol symbol, Token token) =>
        symbol.Kind switch
        {
            SymbolKind.Nothing => null,
            SymbolKind.Greek => new LetterNode(symbol.Key, LetterStyle.Plain, token.Start, token.End),
            SymbolKind.Function => new NameNode(symbol.Key, token.Start, token.End),
            _ => new SymbolNode(symbol, token.Start, token.End),
        };

    private Node ReadAccent(Token token, Symbol accent)
    {
        var body = ReadArgument(token);
        var isNabla = body.Items.Count == 1 && body.Items[0] is SymbolNode { Symbol.Key: "nabla" };
        // An arrow on nabla is only a habit of writing.
        return isNabla ? body.Items[0] : new AccentNode(accent.Key, body, token.Start, Math.Max(body.End, token.End));
    }

    private Node? UnknownCharacter(Token token)
    {
        Report(
            FormulaProblemKind.UnknownCharacter,
            token,
            $"{Printable(token.Text)} has no reading in a formula. Use the LaTeX command for it, write it in "
                + $"\\text{{…}}, or give the formula a reading: $…${{in words}}."
        );
        return null;
    }

    private static string Printable(string character) =>
        character.Length == 1 && (char.IsControl(character[0]) || char.IsSurrogate(character[0]))
            ? $"The character U+{(int)character[0]:X4}"
            : $"'{character}'";

    /// <summary>Text as it is said: no braces, and of commands only those that stand for a character.</summary>
    private string ReadWords(Token token)
    {
        var words = TextWords.Read(token.Text, out var unknown);
        if (unknown is not null)
        {
            Report(
                FormulaProblemKind.UnknownCommand,
                token,
                $"'{unknown}' is not known within text. Write the words only, or give the formula a reading: $…${{in words}}."
            );
        }

        return words;
    }
}
