using FlamingHorse.Narration.Script.Annotations;
using FlamingHorse.Narration.Script.Manifests;
using Microsoft.CodeAnalysis;

namespace FlamingHorse.Narration.Generator.Analysis;

/// <summary>Words for the ways in which the build's reading and the compiler's can differ.</summary>
internal static class ManifestComparison
{
    public static string DescribeMissing(string? problem) =>
        problem is null
            ? "The build passed no narration manifest to the compiler, so this annotation has no audio and no duration. "
                + "Its targets did not run, or they read no annotation at all. Reference the package FlamingHorse.Narration without "
                + "excluding its build assets, write annotations in source files of the project, and define symbols in DefineConstants."
            : $"The narration manifest cannot be read ({problem}), so this annotation has no audio and no duration. Delete the folder "
                + $"obj and build again.";

    public static string DescribeUnread(string id, SyntaxTree tree) =>
        $"The build has not read '{id}' in {Path.GetFileName(tree.FilePath)}, so it has no audio and no duration. The build reads "
        + $"source files before the compiler runs, so it sees neither generated code nor code under a symbol that DefineConstants lacks. "
        + "Write the annotation in a source file, or define the symbol in DefineConstants.";

    /// <summary>What differs; null when nothing does.</summary>
    public static string? Difference(ManifestSegment known, string id, Annotation annotation)
    {
        var what =
            known.Id != id ? "the id"
            : known.Text != annotation.Text ? "the text"
            : known.SpokenAs != annotation.SpokenAs ? "SpokenAs"
            : known.VoiceAsWritten != annotation.Voice ? "the voice"
            : known.LanguageAsWritten != annotation.Language ? "the language"
            : null;
        return what is null
            ? null
            : $"The build and the compiler read '{id}' differently: {what} differs. Build again; if the error remains, write every "
                + $"argument as a string literal and set RootNamespace in the project file.";
    }
}
