namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>One line of Symbols.txt.</summary>
/// <param name="Kind">How it binds.</param>
/// <param name="Key">Its name here and in the vocabularies.</param>
/// <param name="Unicode">What a caption shows.</param>
internal sealed record Symbol(SymbolKind Kind, string Key, string Unicode);
