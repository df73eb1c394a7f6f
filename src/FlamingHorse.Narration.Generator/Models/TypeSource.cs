namespace FlamingHorse.Narration.Generator.Models;

/// <summary>Everything that one generated file says. Equal sources are equal files.</summary>
internal sealed record TypeSource
{
    public required UniqueName Name { get; init; }

    /// <summary>As code writes it; empty for the global namespace.</summary>
    public required string Namespace { get; init; }

    public required EquatableArray<ContainingType> Types { get; init; }

    public required EquatableArray<MemberSource> Members { get; init; }

    /// <summary>The scene of its segments.</summary>
    public required string Scene { get; init; }

    /// <summary>What is stated of the scene's order; null for nothing.</summary>
    public int? Order { get; init; }

    /// <summary>Hot reload may change the app while it runs: it is compiled without optimization.</summary>
    public bool IsEditable { get; init; }

    public EquatableArray<string> Usings { get; init; }

    /// <summary>Accessibility of the list of segments, with a space at the end; null if the type cannot have one.</summary>
    public string? ListAccessibility { get; init; }
}
