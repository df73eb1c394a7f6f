using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>The texts of one segment: what is written, what is shown and what is spoken.</summary>
public sealed record SegmentReading
{
    private readonly TextReading? _words;

    private readonly IReadOnlyList<int> _markWords;

    private SegmentReading(TextReading? words, IReadOnlyList<int> markWords) => (_words, _markWords) = (words, markWords);

    /// <summary>The text as written, apart from its marks.</summary>
    public required MarkedText Written { get; init; }

    /// <summary>The caption: as written, with formulas in Unicode.</summary>
    public required string Caption { get; init; }

    /// <summary>What the voice is given, normalized, to the character as it stands in the key.</summary>
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

    /// <summary>Reads one segment.</summary>
    /// <param name="segment">As written.</param>
    /// <param name="lexicon">How words are said; formulas are cut out first.</param>
    /// <param name="formulas">How formulas are read.</param>
    /// <param name="defaultLanguage">Full name, of segments that name none.</param>
    public static SegmentReading Of(ScriptSegment segment, Lexicon lexicon, FormulaRules formulas, string defaultLanguage)
    {
        var written = MarkedText.Parse(segment.Text);
        var language = segment.Language ?? defaultLanguage;
        var text = FormulaText.Scan(written.Caption);
        if (!text.HasMarkup)
            return Plain(segment, written, lexicon, language);

        var reader = formulas.ReaderFor(language);
        // Stable: what stands at one place keeps its order.
        var stops = written
            .Marks.Select(mark => (mark.Offset, Pause: 0))
            .Concat(written.Pauses.Select(pause => (pause.Offset, Pause: pause.Milliseconds)))
            .Select((stop, index) => (stop.Offset, stop.Pause, Index: index))
            .OrderBy(stop => stop.Offset)
            .ToList();
        var marks = stops.Select(stop => stop.Offset).ToList();
        var reading = (reader ?? formulas.ReaderFor("English")!).ReadText(written.Caption, marks, prose =>
            Between(prose, lexicon.Apply(prose, language))
        );
        var isSpoken = segment.SpokenAs is null;
        var (saidInstead, pausesInstead) = isSpoken ? ("", []) : SpokenText.WithPauses(segment.SpokenAs!, lexicon, language);
        var places = stops
            .Select((stop, i) => (stop.Pause, stop.Index, Caption: reading.CaptionMarks[i], Word: reading.MarkWords[i]))
            .ToList();
        var ofMarks = places.Where(place => place.Index < written.Marks.Count).OrderBy(place => place.Index).ToList();
        return new SegmentReading(isSpoken ? reading : null, [.. ofMarks.Select(place => place.Word)])
        {
            Written = written,
            Caption = reading.Caption,
            Spoken = isSpoken ? NormalizedText.Of(reading.Spoken) : saidInstead,
            Pauses = isSpoken
                ? SpokenPauses.Merge(places.Where(place => place.Pause > 0).Select(place => (place.Word, place.Pause)))
                : pausesInstead,
            BreakInFormula = isSpoken ? FindInFormula(text, written.Pauses) : null,
            Marks = [.. written.Marks.Select((mark, i) => mark with { Offset = ofMarks[i].Caption })],
            HasFormula = text.HasFormula,
            Problems = reading.Problems,
            IsUnreadableLanguage = reader is null && isSpoken && text.NeedsReader,
        };
    }

    private static SegmentReading Plain(ScriptSegment segment, MarkedText written, Lexicon lexicon, string language)
    {
        var (spoken, pauses) = SpokenText.WithPauses(segment.SpokenAs ?? segment.Text, lexicon, language);
        return new(words: null, [])
        {
            Written = written,
            Caption = written.Caption,
            Spoken = spoken,
            Pauses = pauses,
            Marks = written.Marks,
        };
    }

    private static TextPause? FindInFormula(FormulaText text, IReadOnlyList<TextPause> pauses) =>
        pauses.FirstOrDefault(pause =>
            text.Spans.Any(span => span.Kind == FormulaSpanKind.Formula && span.Start < pause.Offset && pause.Offset < span.End)
        );

    /// <summary>A lexicon gives back normalized text; the space that parts it from a formula must stay.</summary>
    private static string Between(string prose, string said)
    {
        if (ReferenceEquals(prose, said) || said.Length == 0)
            return prose;
        var before = WhiteSpace.Is(prose[0]) ? " " : "";
        return before + said + (WhiteSpace.Is(prose[prose.Length - 1]) ? " " : "");
    }
}
