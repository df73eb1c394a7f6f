using System.Collections.Concurrent;

namespace FlamingHorse.Narration.Script.Mathematics;

/// <summary>
/// How a project has its formulas read: its macros, its own readings, capitals. Immutable; safe to use from several threads. Its readers
/// remember what they have read, since a build reads every text twice: to check it and to plan it.
/// </summary>
public sealed class FormulaRules
{
    private readonly ConcurrentDictionary<string, FormulaReader?> _readers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<string, FormulaOverrides> _overrides;
    private readonly FormulaMacros _macros;
    private readonly bool _tellsCapitals;
    private readonly bool _remembers;

    /// <param name="macros">Commands of the project's own.</param>
    /// <param name="overrides">The project's own readings in a language, by its full name.</param>
    /// <param name="tellsCapitals">See <see cref="FormulaSettings.TellsCapitals"/>.</param>
    public FormulaRules(FormulaMacros macros, Func<string, FormulaOverrides> overrides, bool tellsCapitals)
        : this(macros, overrides, tellsCapitals, remembers: true) { }

    private FormulaRules(FormulaMacros macros, Func<string, FormulaOverrides> overrides, bool tellsCapitals, bool remembers) =>
        (_macros, _overrides, _tellsCapitals, _remembers) = (macros, overrides, tellsCapitals, remembers);

    /// <summary>The defaults, without author's rules. It caches nothing, since a compiler process lives for days.</summary>
    public static FormulaRules Default { get; } =
        new(FormulaMacros.None, _ => FormulaOverrides.None, tellsCapitals: false, remembers: false);

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
                Remembers = _remembers,
            }
        );
}
