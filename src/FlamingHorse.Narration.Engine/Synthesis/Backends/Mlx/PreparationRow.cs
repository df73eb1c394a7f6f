using System.Text.Json;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Mlx;

/// <summary>One check: what was looked at, what was found, and what to do about it.</summary>
/// <param name="Code">The finding's code, also where all is well.</param>
/// <param name="Name">What was looked at.</param>
/// <param name="Severity"><c>ok</c>, <c>warning</c>, <c>error</c> or <c>skipped</c>.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Cure">What to do about it; empty where all is well.</param>
public sealed record PreparationRow(string Code, string Name, string Severity, string Detail, string Cure)
{
    internal static PreparationRow Of(JsonElement row) =>
        new(
            row.GetProperty("code").GetString()!,
            row.GetProperty("name").GetString()!,
            row.GetProperty("severity").GetString()!,
            row.GetProperty("detail").GetString()!,
            row.GetProperty("cure").GetString()!
        );

    /// <summary>The row as a line of the table.</summary>
    public override string ToString() => $"{Sign} {Name, -24} {Detail}";

    private string Sign =>
        Severity switch
        {
            "ok" => "ok     ",
            "warning" => "warning",
            "skipped" => "-      ",
            _ => "ERROR  ",
        };
}
