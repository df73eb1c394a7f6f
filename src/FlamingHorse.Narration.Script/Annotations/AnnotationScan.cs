using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FlamingHorse.Narration.Script.Annotations;

/// <summary>Reads the annotations of source files before the compiler runs, as the compiler will read them.</summary>
public static class AnnotationScan
{
    /// <summary>
    /// The segments of one file. An annotation that cannot be read or implemented is left out: the analyzer reports it.
    /// </summary>
    /// <param name="path">Goes into the places of the segments as it is.</param>
    /// <param name="sourceText">The whole file, line ends untouched.</param>
    /// <param name="settings">How the compiler will read the file.</param>
    /// <param name="cancellation">Ends the work between two tokens.</param>
    public static FileScan Read(string path, string sourceText, ScanSettings settings, CancellationToken cancellation)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(sourceText), OptionsOf(settings), path, cancellation);
        var root = tree.GetRoot(cancellation);
        return new FileScan([.. SegmentsOf(root, settings.RootNamespace)], SceneOrdersOf(root));
    }

    private static Dictionary<string, int> SceneOrdersOf(SyntaxNode root)
    {
        var orders = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var type in Declarations.Types(root))
        {
            if (SceneAnnotation.OrderOf(type) is { } order)
                orders[MemberPath.Of(type)] = order;
        }

        return orders;
    }

    private static IEnumerable<ScriptSegment> SegmentsOf(SyntaxNode root, string rootNamespace)
    {
        foreach (var property in Declarations.Properties(root))
        {
            if (
                AnnotationName.FindOn(property) is not { } attribute
                || AnnotationReader.Read(attribute) is not { } annotation
                || AnnotationShape.ProblemOf(property) is not null
            )
            {
                continue;
            }

            var member = MemberPath.Of(property);
            yield return new ScriptSegment
            {
                Id = annotation.Id ?? member.IdUnder(rootNamespace),
                Text = annotation.Text,
                SpokenAs = annotation.SpokenAs,
                Voice = annotation.Voice,
                Language = annotation.Language,
                Member = member.Full,
                Origin = SegmentOrigin.CSharp,
                Place = PlaceOf(attribute),
                Runs =
                    FormulaText.MayHold(annotation.Text) || MarkedText.MayHold(annotation.Text)
                        ? LiteralRuns.Of(AnnotationReader.TextOf(attribute))
                        : TextRuns.None,
            };
        }
    }

    private static SourcePlace PlaceOf(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        var (start, end) = (span.StartLinePosition, span.EndLinePosition);
        return new SourcePlace(span.Path, start.Line + 1, start.Character + 1, end.Line + 1, end.Character + 1);
    }

    private static CSharpParseOptions OptionsOf(ScanSettings settings) =>
        new CSharpParseOptions(
            LanguageVersionFacts.TryParse(settings.LanguageVersion, out var version) ? version : LanguageVersion.Default,
            DocumentationMode.None,
            SourceCodeKind.Regular,
            settings.PreprocessorSymbols
        ).WithFeatures(settings.Features.Where(feature => feature.Length > 0).Select(FeatureOf));

    private static KeyValuePair<string, string> FeatureOf(string feature)
    {
        var equals = feature.IndexOf('=');
        return equals < 0 ? new(feature, "true") : new(feature.Substring(0, equals), feature.Substring(equals + 1));
    }
}
