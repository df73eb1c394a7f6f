namespace FlamingHorse.Narration.Generator.Models;

/// <summary>Where the generated code of a type goes.</summary>
/// <param name="File">The hint name.</param>
/// <param name="Storage">The class that holds the segments.</param>
internal sealed record UniqueName(string File, string Storage);
