using FlamingHorse.Narration.Script.Mathematics.Lexing;
using FlamingHorse.Narration.Script.Mathematics.Macros;

namespace FlamingHorse.Narration.Script.Mathematics;

/// <summary>
/// Commands of the author's own, from the text of a LaTeX preamble: <c>\newcommand</c>, <c>\renewcommand</c>, <c>\providecommand</c>,
/// <c>\DeclareMathOperator</c> and <c>\def</c>. Whatever else a preamble contains is skipped. Immutable; safe to use from several threads.
/// </summary>
public sealed class FormulaMacros
{
    private readonly Dictionary<string, Macro> _macros;

    private FormulaMacros(Dictionary<string, Macro> macros) => _macros = macros;

    /// <summary>No macros.</summary>
    public static FormulaMacros None { get; } = new(new(StringComparer.Ordinal));

    /// <summary>The names that are defined, without their backslash.</summary>
    public IReadOnlyCollection<string> Names => _macros.Keys;

    /// <summary>Reads the definitions of one file; what cannot be read is reported with its offset in the file, and left out.</summary>
    public static FormulaMacros Parse(string tex, ICollection<FormulaProblem> problems)
    {
        var macros = new Dictionary<string, Macro>(StringComparer.Ordinal);
        foreach (var macro in new MacroReader(tex, problems).Read())
            macros[macro.Name] = macro;
        return macros.Count == 0 ? None : new FormulaMacros(macros);
    }

    /// <summary>The macros of several files; of two with one name the later counts, as in LaTeX.</summary>
    public static FormulaMacros Combine(IEnumerable<FormulaMacros> files)
    {
        var macros = new Dictionary<string, Macro>(StringComparer.Ordinal);
        foreach (var macro in files.SelectMany(file => file._macros.Values))
            macros[macro.Name] = macro;
        return macros.Count == 0 ? None : new FormulaMacros(macros);
    }

    /// <summary>
    /// The formula with what its macros stand for in their place, for whoever typesets it; a formula without one of them as it is.
    /// </summary>
    public string Expand(string latex)
    {
        var tokens = new Lexer(latex).Read();
        var expanded = MacroExpander.Expand(tokens, this, []);
        return ReferenceEquals(tokens, expanded) ? latex : LatexText.Of(expanded);
    }

    internal Macro? Find(string name) => _macros.TryGetValue(name, out var macro) ? macro : null;
}
