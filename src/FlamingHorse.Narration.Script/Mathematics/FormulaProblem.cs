namespace FlamingHorse.Narration.Script.Mathematics;

/// <summary>One thing that is wrong with a formula: what, where, and what to do next.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Offset">UTF-16 units from the start of the text that was read.</param>
/// <param name="Length">How many units are wrong; at least 1 unless the text ends there.</param>
/// <param name="Name">The command, environment or character as written.</param>
/// <param name="Message">A sentence that names it, and the ways out.</param>
public sealed record FormulaProblem(FormulaProblemKind Kind, int Offset, int Length, string Name, string Message)
{
    /// <summary>The same problem in a text in which the one that was read begins later.</summary>
    internal FormulaProblem Shift(int by) => this with { Offset = Offset + by };
}
