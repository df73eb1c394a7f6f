namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Where a row stands, as far as its reading depends on it.</summary>
/// <param name="WithoutIs">Relations are said without "is": behind a quantifier or "such that", in brackets of a function, below
/// a sum.</param>
/// <param name="IsScript">Above or below something.</param>
/// <param name="IsIntegral">The body of an integral.</param>
/// <param name="IsIndexOfNorm">Below a norm: a letter with a power names a space.</param>
/// <param name="IsBound">What a quantifier binds: a letter before a bracket begins what is said of it.</param>
internal readonly record struct SpeechContext(
    bool WithoutIs = false,
    bool IsScript = false,
    bool IsIntegral = false,
    bool IsBound = false,
    bool IsIndexOfNorm = false
);
