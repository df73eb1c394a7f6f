using FlamingHorse.Narration.Script.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FlamingHorse.Narration.Generator.Analysis;

/// <summary>All annotations of a compilation by id. It is made when it is first asked for, from files that are read only once.</summary>
internal sealed class AnnotationIndex(Compilation compilation, AnnotationFiles files, string rootNamespace)
{
    private readonly Lazy<ILookup<string, Place>> _byId = new(() =>
        compilation
            .SyntaxTrees.SelectMany(tree =>
                files.Read(tree).Select(entry => (Id: entry.Id ?? entry.Path.IdUnder(rootNamespace), Place: new Place(tree, entry.Span)))
            )
            .ToLookup(annotation => Key(annotation.Id), annotation => annotation.Place, StringComparer.OrdinalIgnoreCase)
    );

    /// <summary>Whether this is the first annotation of the compilation.</summary>
    public bool IsFirst(SyntaxNode attribute)
    {
        var first = compilation
            .SyntaxTrees.Select(tree => (Tree: tree, Entries: files.Read(tree)))
            .FirstOrDefault(file => file.Entries.Length > 0);
        return first.Tree == attribute.SyntaxTree && first.Entries[0].Span == attribute.Span;
    }

    /// <summary>Another annotation of the same id; null when there is none.</summary>
    public FileLinePositionSpan? FindOther(string id, SyntaxNode attribute)
    {
        foreach (var place in _byId.Value[Key(id)])
        {
            if (place.Tree != attribute.SyntaxTree || place.Span != attribute.Span)
                return place.Tree.GetLineSpan(place.Span);
        }

        return null;
    }

    /// <summary>An id like this one that no annotation has.</summary>
    public string Suggest(string id)
    {
        for (var number = 2; ; number++)
        {
            if (!_byId.Value.Contains(Key(id + number)))
                return id + number;
        }
    }

    // Twins in NFC and NFD are one file on some file systems.
    private static string Key(string id) => NormalizedText.Of(id);

    private sealed record Place(SyntaxTree Tree, TextSpan Span);
}
