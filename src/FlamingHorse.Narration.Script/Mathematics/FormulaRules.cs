using System.Collections.Concurrent;

namespace FlamingHorse.Narration.Script.Mathematics;

/// <summary>
/// How a project has its formulas read: its macros, its own readings, capitals. Immutable; safe to use from several threads.
/// </summary>
public sealed class FormulaRules
{
    private readonly ConcurrentDictionary<string, FormulaReader?> _readers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<string, FormulaOverrides> _overrides;
    private readonly FormulaMacros _macros;
    private readonly bool _tellsCapitals;

    /// <param name="macros">Commands of the project's own.</param>
    /// <param name="overrides">The project's own readings in a language, by its full name.</param>
    /// <param name="tellsCapitals">See <see cref="FormulaSettings.TellsCapitals"/>.</param>
    public FormulaRules(FormulaMacros macros, Func<string, FormulaOverrides> overrides, bool tellsCapitals) =>
        (_macros, _overrides, _tellsCapitals) = (macros, overrides, tellsCapitals);

    /// <summary>Nothing of one's own.</summary>
    public static FormulaRules Default { get; } = new(FormulaMacros.None, _ => FormulaOverrides.None, tellsCapitals: false);

    /// <inheritdoc cref="FormulaMacros.Expand"/>
    public string ExpandMacros(string latex) => _macros.Expand(latex);

    /// <summary>The reader for a language (full name, any case); null where there is none.</summary>
    public FormulaReader? ReaderFor(string language) => _readers.GetOrAdd(language, Create);

    private FormulaReader? Create(string language) =>
        FormulaReader.For(
            language,
            new()
            {
                Macros = _macros,
                Overrides = _overrides(language),
                TellsCapitals = _tellsCapitals,
            }
        );
}
