using System.Collections.Immutable;
using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.CodeAnalysis;

namespace FlamingHorse.Narration.Generator.Analysis;

/// <summary>
/// The compiler's form of the findings that the analyzer reports. Codes, titles and severities are in one table, not here.
/// </summary>
internal static class Descriptors
{
    private static readonly ImmutableDictionary<FindingKind, DiagnosticDescriptor> ByKind = new[]
    {
        ScriptFindings.NotAStaticPartialProperty,
        ScriptFindings.ContainingTypeNotPartial,
        ScriptFindings.TextNotReadable,
        ScriptFindings.AttributeNotByItsName,
        ScriptFindings.NotInManifest,
        ScriptFindings.DiffersFromManifest,
        ScriptFindings.DuplicateId,
        ScriptFindings.ContainerClash,
        ScriptFindings.FileLocalType,
        ScriptFindings.TextDependsOnConstants,
    }.ToImmutableDictionary(kind => kind, Describe);

    public static ImmutableArray<DiagnosticDescriptor> All => [.. ByKind.Values];

    public static DiagnosticDescriptor Of(FindingKind kind) => ByKind[kind];

    private static DiagnosticDescriptor Describe(FindingKind kind) =>
        new(
            kind.Code,
            kind.Title,
            "{0}",
            "Narration",
            kind.Severity switch
            {
                FindingSeverity.Error => DiagnosticSeverity.Error,
                FindingSeverity.Warning => DiagnosticSeverity.Warning,
                _ => DiagnosticSeverity.Info,
            },
            isEnabledByDefault: true,
            // Not to be silenced: generated files commonly begin by disabling every warning, and drift must not pass unseen there.
            customTags: kind.Severity == FindingSeverity.Warning ? []
                : kind == ScriptFindings.ContainerClash ? [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]
                : [WellKnownDiagnosticTags.NotConfigurable]
        );
}
