using FlamingHorse.Narration.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.Generator.Reading;

/// <summary>
/// Reads the author's documentation of a property. The compiler takes the implementing part's where both parts have one, so the
/// author's must stand there again.
/// </summary>
internal static class DocumentationReader
{
    private static readonly char[] LineEnds = ['\r', '\n', '\u0085', '\u2028', '\u2029'];

    /// <summary>XML without comment marks, LF between lines; empty for none.</summary>
    public static string Read(PropertyDeclarationSyntax property)
    {
        var lines = property
            .GetLeadingTrivia()
            .Where(trivia => trivia.HasStructure && trivia.GetStructure() is DocumentationCommentTriviaSyntax)
            .SelectMany(trivia => LinesOf(trivia.ToFullString(), trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia)));
        return string.Join("\n", lines);
    }

    /// <summary>The using directives of the file, where the documentation refers to types by their short names.</summary>
    public static EquatableArray<string> UsingsFor(string documentation, PropertyDeclarationSyntax property)
    {
        if (documentation.IndexOf("cref", StringComparison.Ordinal) < 0)
            return default;

        var usings = property
            .Ancestors()
            .OfType<CompilationUnitSyntax>()
            .SelectMany(unit => unit.Usings)
            .Where(directive => directive is { GlobalKeyword.RawKind: 0, Alias: null, StaticKeyword.RawKind: 0, UnsafeKeyword.RawKind: 0 })
            .Select(directive => directive.WithoutTrivia().NormalizeWhitespace().ToString());
        return new([.. usings]);
    }

    private static IEnumerable<string> LinesOf(string comment, bool isBlock)
    {
        if (isBlock)
            comment = comment.Replace("/**", "").Replace("*/", "");

        return comment
            .Split(LineEnds, StringSplitOptions.RemoveEmptyEntries)
            .Select(line => isBlock ? WithoutPrefix(line, "*") : WithoutPrefix(line, "///"))
            .Where(line => line.Length > 0);
    }

    private static string WithoutPrefix(string line, string prefix)
    {
        var trimmed = line.Trim();
        return trimmed.StartsWith(prefix, StringComparison.Ordinal) ? trimmed.Substring(prefix.Length).TrimStart(' ') : trimmed;
    }
}
