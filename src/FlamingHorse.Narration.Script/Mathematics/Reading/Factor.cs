using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>One factor of a product, and what it was read from.</summary>
internal sealed record Factor(Phrase Phrase, FactorKind Kind, Node Node);
