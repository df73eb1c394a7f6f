namespace FlamingHorse.Narration.Script.Mathematics.Lexing;

/// <summary>One token of LaTeX.</summary>
/// <param name="Kind">What it is to the parser.</param>
/// <param name="Text">The character, the name of the command, or the text.</param>
/// <param name="Start">UTF-16 units from the start of the formula; for what a macro put in, where the macro stands.</param>
/// <param name="End">Behind its last unit.</param>
/// <param name="AfterSpace">White space stands before it.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End, bool AfterSpace)
{
    public bool IsCharacter(char c) => Kind == TokenKind.Character && Text.Length == 1 && Text[0] == c;

    public bool IsCommand(string name) => Kind == TokenKind.Command && Text == name;

    public bool IsDigit => Kind == TokenKind.Character && Text.Length == 1 && Text[0] is >= '0' and <= '9';

    /// <summary>As the author wrote it.</summary>
    public string Written => Kind == TokenKind.Command ? "\\" + Text : Text;
}
