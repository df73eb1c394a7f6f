namespace FlamingHorse.Narration.Script.Annotations;

/// <summary>The arguments of one attribute, each exactly the compiler's value of the constant; null where none is written.</summary>
public sealed record Annotation(string Text, string? SpokenAs, string? Voice, string? Language, string? Id);
