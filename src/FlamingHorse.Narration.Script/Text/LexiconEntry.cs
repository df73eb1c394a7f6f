namespace FlamingHorse.Narration.Script.Text;

/// <summary>One line of a lexicon.</summary>
/// <param name="Word">The word in the text, normalized. With a capital letter it matches as written, else in any case.</param>
/// <param name="Spoken">What the voice is given instead, normalized; phonemes without their slashes.</param>
/// <param name="Language">The heading above it; null for all languages.</param>
/// <param name="Line">Where it stands, counted from 1.</param>
public sealed record LexiconEntry(string Word, string Spoken, string? Language, int Line)
{
    /// <summary>The right side was <c>/…/</c>: phonemes for a voice that takes them. The word itself stays in the text.</summary>
    public bool IsPhonemes { get; init; }
}
