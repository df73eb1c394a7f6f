namespace FlamingHorse.Narration.Script.Annotations;

/// <summary>How the compiler will read the same files.</summary>
/// <param name="RootNamespace">The project's root namespace, which ids leave out; empty for none.</param>
/// <param name="LanguageVersion">As in <c>LangVersion</c>; empty for the compiler's default.</param>
/// <param name="PreprocessorSymbols">The symbols that are defined.</param>
/// <param name="Features">As in <c>Features</c>: <c>name</c> or <c>name=value</c>.</param>
public sealed record ScanSettings(
    string RootNamespace,
    string LanguageVersion,
    IReadOnlyList<string> PreprocessorSymbols,
    IReadOnlyList<string> Features
);
