using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Scripts.Python;

/// <param name="Kind">What it is.</param>
/// <param name="Value">A text's value, anything else as written.</param>
/// <param name="Place">Where it begins and ends.</param>
/// <param name="IsIndented">It stands on a line that belongs to the statement above.</param>
/// <param name="Problem">Why a text is not one that can be read; null for all others.</param>
internal sealed record PythonToken(PythonTokenKind Kind, string Value, SourcePlace Place, bool IsIndented = false, string? Problem = null)
{
    /// <summary>Where the characters of a text stand.</summary>
    public TextRuns Runs { get; init; } = TextRuns.None;

    public bool Is(string sign) => Kind is PythonTokenKind.Sign or PythonTokenKind.Name && Value == sign;
}
