using Microsoft.CodeAnalysis;

namespace FlamingHorse.Narration.Generator.Analysis;

/// <summary>Recognizes files that this generator wrote.</summary>
internal static class GeneratedFile
{
    // The compiler puts a generator's files into a folder of its full name.
    private static readonly string Folder = typeof(NarrationGenerator).FullName!;

    public static bool IsOurs(SyntaxTree tree) => tree.FilePath.IndexOf(Folder, StringComparison.Ordinal) >= 0;
}
