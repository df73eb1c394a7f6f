using System.Collections.Concurrent;
using FlamingHorse.Narration.Script.Mathematics.Captions;
using FlamingHorse.Narration.Script.Mathematics.Parsing;
using FlamingHorse.Narration.Script.Mathematics.Reading;
using FlamingHorse.Narration.Script.Mathematics.Texts;
using FlamingHorse.Narration.Script.Mathematics.Vocabularies;

namespace FlamingHorse.Narration.Script.Mathematics;

/// <summary>Reads LaTeX as a lecturer reads it to a class that can see it. Immutable; safe to use from several threads.</summary>
public sealed class FormulaReader
{
    private readonly Vocabulary _vocabulary;
    private readonly FormulaSettings _settings;
    private readonly bool _isGerman;
    private readonly ConcurrentDictionary<string, FormulaReading>? _known;

    private FormulaReader(Vocabulary vocabulary, bool isGerman, FormulaSettings settings)
    {
        (_vocabulary, _isGerman, _settings) = (vocabulary, isGerman, settings);
        _known = settings.Remembers ? new(StringComparer.Ordinal) : null;
    }

    /// <summary>The languages that have a table, by their full names.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["English", "German"];

    /// <summary>A reader for a language (full name, any case); null where the language has none and the author must use SpokenAs.</summary>
    public static FormulaReader? For(string language, FormulaSettings? settings = null) =>
        language.ToUpperInvariant() switch
        {
            "ENGLISH" => new FormulaReader(Vocabulary.English.Value, false, settings ?? new()),
            "GERMAN" => new FormulaReader(Vocabulary.German.Value, true, settings ?? new()),
            _ => null,
        };

    /// <summary>Reads one formula, without its delimiters. Never throws.</summary>
    /// <param name="latex">The formula.</param>
    /// <param name="marks">Offsets in it before which marks stood, in order.</param>
    public FormulaReading Read(string latex, IReadOnlyList<int>? marks = null)
    {
        if (_known is null || marks is { Count: > 0 })
            return WorkOut(latex, marks ?? []);
        if (!_known.TryGetValue(latex, out var reading))
            _known[latex] = reading = WorkOut(latex, []);
        return reading;
    }

    /// <summary>Reads a text in which formulas stand between delimiters. Never throws.</summary>
    /// <param name="text">The text without its marks.</param>
    /// <param name="marks">Offsets in it before which marks stood, in order.</param>
    /// <param name="sayProse">How text outside formulas is said, for example by a lexicon; unchanged if null.</param>
    public TextReading ReadText(string text, IReadOnlyList<int>? marks = null, Func<string, string>? sayProse = null) =>
        new TextComposer(this, marks ?? [], sayProse ?? (prose => prose)).Compose(FormulaText.Scan(text));

    /// <summary>
    /// A reading that the author gave in place, with the caption of the formula. The formula itself need not be readable.
    /// </summary>
    /// <param name="latex">The formula.</param>
    /// <param name="reading">Words.</param>
    public FormulaReading ReadAs(string latex, string reading)
    {
        var problems = new List<FormulaProblem>();
        var (caption, captionWords) = CaptionRenderer.Render(FormulaTree.Parse(latex, _settings, _isGerman, problems));
        var phrase = Speaker.Words(reading, 0, latex.Length, findsLetters: true);
        return ReadingBuilder.Build(
            latex,
            _vocabulary.Inflection.Apply(phrase.Pieces),
            _vocabulary["formula"],
            caption,
            captionWords,
            [],
            []
        );
    }

    private FormulaReading WorkOut(string latex, IReadOnlyList<int> marks)
    {
        var problems = new List<FormulaProblem>();
        var row = FormulaTree.Parse(latex, _settings, _isGerman, problems);
        var speaker = new Speaker(_vocabulary, _settings.TellsCapitals, FormulaEvidence.Of(row));
        var phrase = speaker.Read(row);
        if (speaker.IsTooDeep)
        {
            problems.Add(
                new(
                    FormulaProblemKind.TooComplex,
                    0,
                    latex.Length,
                    latex,
                    "The formula has too many layers. Split it, or say it in SpokenAs."
                )
            );
        }

        if (phrase.IsEmpty && problems.Count == 0)
        {
            problems.Add(
                new(
                    FormulaProblemKind.Empty,
                    0,
                    latex.Length,
                    latex,
                    "The formula contains nothing to say. Write something in it, or remove it."
                )
            );
        }

        var (caption, captionWords) = CaptionRenderer.Render(row);
        return ReadingBuilder.Build(
            latex,
            _vocabulary.Inflection.Apply(phrase.Pieces),
            _vocabulary["formula"],
            caption,
            captionWords,
            problems,
            MarkPlaces.Of(row, latex, marks, problems)
        );
    }
}
