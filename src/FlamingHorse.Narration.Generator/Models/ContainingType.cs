namespace FlamingHorse.Narration.Generator.Models;

/// <summary>A type declaration that generated code opens again.</summary>
/// <param name="Modifiers">With a space at the end, or empty.</param>
/// <param name="Keyword">As in <c>record struct</c>.</param>
/// <param name="Name">An identifier as code writes it.</param>
/// <param name="TypeParameters">As in <c>&lt;in T&gt;</c>, or empty.</param>
internal sealed record ContainingType(string Modifiers, string Keyword, string Name, string TypeParameters = "");
