using System.Text;

namespace FlamingHorse.Narration.Script.Mathematics.Lexing;

/// <summary>Tokens written as LaTeX again.</summary>
internal static class LatexText
{
    public static string Of(IEnumerable<Token> tokens)
    {
        var latex = new StringBuilder();
        foreach (var token in tokens)
        {
            latex.Append(
                token.Kind switch
                {
                    TokenKind.Command when token.Text == "operatorname" => @"\operatorname",
                    // The space lets no letter join it.
                    TokenKind.Command when token.Text.Length > 0 && char.IsLetter(token.Text[0]) => $@"\{token.Text} ",
                    TokenKind.Command => '\\' + token.Text,
                    TokenKind.NewRow => @"\\ ",
                    TokenKind.Text => $"{{{token.Text}}}",
                    TokenKind.Parameter => '#' + token.Text,
                    TokenKind.End => "",
                    _ => token.Text,
                }
            );
        }

        return latex.ToString();
    }
}
