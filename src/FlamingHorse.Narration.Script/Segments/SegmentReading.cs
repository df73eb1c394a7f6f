using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>The texts of one segment: what is written, what is shown and what is spoken.</summary>
public sealed partial record SegmentReading
{
    private readonly TextReading? _words;
    private readonly IReadOnlyList<int> _markWords;

    private SegmentReading(TextReading? words, IReadOnlyList<int> markWords) => (_words, _markWords) = (words, markWords);

    /// <summary>The text as written, apart from its marks.</summary>
    public required MarkedText Written { get; init; }

    /// <summary>The caption: as written, with formulas in Unicode.</summary>
    public required string Caption { get; init; }

    /// <summary>The text for the voice, normalized, character by character as in the key.</summary>
    public required string Spoken { get; init; }

    /// <summary>Silence in what is spoken.</summary>
    public IReadOnlyList<SpokenPause> Pauses { get; init; } = [];

    /// <summary>The first break that stands within a formula; null where none does.</summary>
    public TextPause? BreakInFormula { get; init; }

    /// <summary>The marks, by their offsets in <see cref="Caption"/>.</summary>
    public required IReadOnlyList<TextMark> Marks { get; init; }

    /// <summary>The text holds a formula, or what was meant as one.</summary>
    public bool HasFormula { get; init; }

    /// <summary>The formulas are spoken, and not something in their place.</summary>
    public bool SpeaksFormulas => _words is not null;

    /// <summary>What is wrong with its formulas; offsets count in the caption of <see cref="Written"/>.</summary>
    public IReadOnlyList<FormulaProblem> Problems { get; init; } = [];

    /// <summary>The language has no reader of formulas, and the formulas are to be spoken.</summary>
    public bool IsUnreadableLanguage { get; init; }

    /// <summary>
    /// For each white-space token of <see cref="Spoken"/>, the white-space token of <see cref="Caption"/> that shows it. Never falls in
    /// prose; within a formula it follows what is spoken, which may be shown earlier.
    /// </summary>
    public IReadOnlyList<int> FindCaptionWords() =>
        _words is not null ? [.. _words.Words.Select(word => word.CaptionWord)] : CaptionWordMap.Align(Spoken, Caption);

    /// <summary>For each mark, where in <see cref="Spoken"/> the word behind it begins; null where only the letters tell.</summary>
    public IReadOnlyList<int>? FindSpokenMarks()
    {
        if (_words is null)
            return null;
        var starts = CaptionWordMap.Starts(Spoken);
        return [.. _markWords.Select(word => word < starts.Count ? starts[word] : Spoken.Length)];
    }

    /// <summary>
    /// The names of the single letters of its formulas, for an English voice that takes phonemes. They belong to how a text is said and to
    /// no key: the same words have the same key.
    /// </summary>
    public IReadOnlyList<Pronunciation> FindLetterNames() =>
        _words is null
            ? []
            :
            [
                .. _words
                    .Words.Select((word, i) => (Token: i, Name: word.Letter is { } letter ? LetterNames.Find(letter) : null))
                    .Where(letter => letter.Name is not null)
                    .Select(letter => new Pronunciation(letter.Token, 1, letter.Name!)),
            ];
}
