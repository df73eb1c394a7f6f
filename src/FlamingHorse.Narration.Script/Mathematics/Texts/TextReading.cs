namespace FlamingHorse.Narration.Script.Mathematics;

/// <summary>How a text with formulas is spoken and shown.</summary>
public sealed record TextReading
{
    private readonly Lazy<IReadOnlyList<TextWord>> _words;

    /// <param name="words">Of <see cref="Spoken"/>. Most builds never ask for them.</param>
    internal TextReading(Func<IReadOnlyList<TextWord>> words) => _words = new(words);

    /// <summary>The text with words in place of its formulas; not normalized.</summary>
    public required string Spoken { get; init; }

    /// <summary>The text with its formulas in Unicode.</summary>
    public required string Caption { get; init; }

    /// <summary>The white-space tokens of <see cref="Spoken"/>, in order.</summary>
    public IReadOnlyList<TextWord> Words => _words.Value;

    /// <summary>What is wrong, in the order of the text; offsets count from its start.</summary>
    public required IReadOnlyList<FormulaProblem> Problems { get; init; }

    /// <summary>For each mark that was given, its offset in <see cref="Caption"/>.</summary>
    public required IReadOnlyList<int> CaptionMarks { get; init; }

    /// <summary>
    /// For each mark that was given, the index of the word that is spoken first behind it; the count of words for one at the end.
    /// </summary>
    public required IReadOnlyList<int> MarkWords { get; init; }
}
