using FlamingHorse.Narration.Script.Mathematics.Lexing;

namespace FlamingHorse.Narration.Script.Mathematics.Macros;

/// <summary>One <c>\newcommand</c>.</summary>
/// <param name="Name">Without the backslash.</param>
/// <param name="Parameters">How many arguments it takes, 0 to 9.</param>
/// <param name="Default">What the first argument is where none is given in brackets; null where it must be given.</param>
/// <param name="Body">What stands for it.</param>
internal sealed record Macro(string Name, int Parameters, IReadOnlyList<Token>? Default, IReadOnlyList<Token> Body);
