namespace FlamingHorse.Narration.Benchmark.Speaking;

/// <summary>A thousand sentences of a lesson, 80 characters each on average, each a single piece for the voice.</summary>
internal static class Sentences
{
    private static readonly string[] _subjects =
    [
        "The product of two matrices",
        "The slope of every tangent",
        "A sequence of real numbers",
        "The area under this curve",
        "Each vector of the plane",
        "The sum of all the angles",
        "The second derivative here",
        "A linear map of the space",
        "The value of the integral",
        "Every root of the equation",
    ];

    private static readonly string[] _verbs =
    [
        "changes only a little",
        "is easy to understand",
        "keeps its own length",
        "grows much more slowly",
        "can be drawn on paper",
        "stays just where it was",
        "is found in two steps",
        "comes very close to zero",
        "has a simple meaning",
        "is defined everywhere",
    ];

    private static readonly string[] _ends =
    [
        "as soon as we turn the picture",
        "when both sides are doubled",
        "as long as no column is zero",
        "if we look at it from above",
        "because the order is the same",
        "before we divide by the length",
        "once the axes have been moved",
        "although nothing else is known",
        "after the first term is gone",
        "while the radius gets much smaller",
    ];

    public static IReadOnlyList<string> All { get; } =
    [.. from subject in _subjects from verb in _verbs from end in _ends select $"{subject} {verb}, {end}."];
}
