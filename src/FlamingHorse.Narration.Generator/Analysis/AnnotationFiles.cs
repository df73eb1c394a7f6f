using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Script.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FlamingHorse.Narration.Generator.Analysis;

/// <summary>The annotations of each source file, read once a file however often the compilation around it changes.</summary>
internal sealed class AnnotationFiles
{
    private readonly ConditionalWeakTable<SyntaxTree, Entry[]> _read = new();

    public Entry[] Read(SyntaxTree tree) => _read.GetValue(tree, ReadAnew);

    private static Entry[] ReadAnew(SyntaxTree tree)
    {
        if (!AnnotationMention.Mentions(tree.GetText().ToString()))
            return [];

        var entries =
            from property in Declarations.Properties(tree.GetRoot())
            let attribute = AnnotationName.FindOn(property)
            where attribute is not null
            let annotation = AnnotationReader.Read(attribute)
            where annotation is not null
            select new Entry(MemberPath.Of(property), annotation.Id, attribute.Span);
        return [.. entries];
    }

    /// <param name="Path">The member.</param>
    /// <param name="Id">As written; null where the member's path is the id.</param>
    /// <param name="Span">Of the attribute.</param>
    internal sealed record Entry(MemberPath Path, string? Id, TextSpan Span);
}
