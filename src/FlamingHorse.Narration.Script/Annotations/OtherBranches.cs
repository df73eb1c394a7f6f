using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.Script.Annotations;

/// <summary>
/// Looks into the branches of <c>#if</c> that this compilation leaves out. A lock holds one take for each id, so one id with two texts
/// gets a new take whenever a build of the other configuration follows.
/// </summary>
public static class OtherBranches
{
    /// <summary>For each member whose annotation says something else when one constant is turned on or off: that constant.</summary>
    /// <param name="tree">As this compilation reads it.</param>
    /// <param name="cancellation">Ends the work between two tokens.</param>
    /// <returns>By the member's full name; empty for a file without such branches.</returns>
    public static IReadOnlyDictionary<string, string> Find(SyntaxTree tree, CancellationToken cancellation)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var root = tree.GetRoot(cancellation);
        if (!LeavesOutAnnotations(root) || tree.Options is not CSharpParseOptions options)
            return found;

        var here = Read(root);
        foreach (var constant in ConstantsOf(root))
        {
            var other = CSharpSyntaxTree.ParseText(tree.GetText(cancellation), Toggle(options, constant), tree.FilePath, cancellation);
            foreach (var (member, annotation) in Read(other.GetRoot(cancellation)).Select(pair => (pair.Key, pair.Value)))
            {
                if (here.TryGetValue(member, out var own) && own != annotation && !found.ContainsKey(member))
                    found.Add(member, constant);
            }
        }

        return found;
    }

    private static bool LeavesOutAnnotations(SyntaxNode root) =>
        root.ContainsDirectives
        && root.DescendantTrivia(descendIntoTrivia: true)
            .Any(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia) && AnnotationMention.Mentions(trivia.ToString()));

    /// <summary>Constants of target frameworks are left out: there the build holds the frameworks against each other (FHN1019).</summary>
    private static IEnumerable<string> ConstantsOf(SyntaxNode root) =>
        root.DescendantTrivia(descendIntoTrivia: true)
            .Select(trivia => trivia.GetStructure())
            .OfType<ConditionalDirectiveTriviaSyntax>()
            .SelectMany(directive => directive.Condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
            .Select(name => name.Identifier.ValueText)
            .Where(name => !name.StartsWith("NET", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);

    private static CSharpParseOptions Toggle(CSharpParseOptions options, string constant) =>
        options.WithPreprocessorSymbols(
            options.PreprocessorSymbolNames.Contains(constant)
                ? options.PreprocessorSymbolNames.Where(name => name != constant)
                : options.PreprocessorSymbolNames.Append(constant)
        );

    private static Dictionary<string, Annotation> Read(SyntaxNode root)
    {
        var annotations = new Dictionary<string, Annotation>(StringComparer.Ordinal);
        foreach (var property in Declarations.Properties(root))
        {
            if (AnnotationName.FindOn(property) is { } attribute && AnnotationReader.Read(attribute) is { } annotation)
                annotations[MemberPath.Of(property).Full] = annotation;
        }

        return annotations;
    }
}
