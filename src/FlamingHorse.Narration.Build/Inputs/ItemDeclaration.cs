using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Build.Inputs;

/// <summary>A <c>Narration</c> element as written in a project file, before MSBuild evaluates it.</summary>
/// <param name="Include">The attribute, unexpanded.</param>
/// <param name="Text">The text, unexpanded; null where there is none.</param>
/// <param name="Place">Of the element.</param>
/// <param name="TextPlace">Of the attribute or element that holds the text; null where there is none.</param>
/// <param name="IsConditional">It, or an element around it, has a condition, so that it may rightly make nothing.</param>
internal sealed record ItemDeclaration(string Include, string? Text, SourcePlace Place, SourcePlace? TextPlace, bool IsConditional)
{
    /// <summary>It should have made exactly one item of its own name.</summary>
    public bool IsPlain =>
        !IsConditional
        && !Include.Contains("$(", StringComparison.Ordinal)
        && !Include.Contains("@(", StringComparison.Ordinal)
        && !Include.Contains(';', StringComparison.Ordinal);

    /// <summary>Did this element make the item?</summary>
    public bool Makes(string itemSpec) =>
        string.Equals(Uri.UnescapeDataString(Include), itemSpec, StringComparison.OrdinalIgnoreCase)
        || Include.Split(';', StringSplitOptions.TrimEntries).Contains(itemSpec, StringComparer.OrdinalIgnoreCase);
}
