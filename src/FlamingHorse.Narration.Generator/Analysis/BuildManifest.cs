using FlamingHorse.Narration.Generator.Manifests;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FlamingHorse.Narration.Generator.Analysis;

/// <summary>The manifest as the analyzer finds it.</summary>
/// <param name="Index">Null when it is missing or cannot be read.</param>
/// <param name="Problem">Why it cannot be read; null when it can, and when there is none.</param>
internal sealed record BuildManifest(ManifestIndex? Index, string? Problem = null)
{
    /// <summary>Reads once for a content, however often the compilation changes.</summary>
    public static readonly SourceTextValueProvider<BuildManifest> Reader = new(Read);

    public static readonly BuildManifest None = new((ManifestIndex?)null);

    /// <summary>Every annotation must be in it.</summary>
    public bool IsBinding => Index is not { IsDesignTime: true };

    /// <summary>Its text among the additional files; null when there is none.</summary>
    public static SourceText? Find(AnalyzerOptions options, CancellationToken cancellation) =>
        options
            .AdditionalFiles.Where(file => ManifestFile.IsManifest(file.Path))
            .OrderBy(file => ManifestFile.IsDesignPath(file.Path))
            .FirstOrDefault()
            ?.GetText(cancellation);

    private static BuildManifest Read(SourceText text)
    {
        try
        {
            return new BuildManifest(ManifestIndex.Read(text.ToString()));
        }
        catch (FormatException problem)
        {
            return new BuildManifest(null, problem.Message);
        }
    }
}
