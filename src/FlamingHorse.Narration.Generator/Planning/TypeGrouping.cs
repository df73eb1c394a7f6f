using System.Collections.Immutable;
using FlamingHorse.Narration.Generator.Models;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Generator.Planning;

/// <summary>
/// Puts annotated properties together by their type, parts in other files included, and both in the order in which they were written.
/// </summary>
internal static class TypeGrouping
{
    public static IEnumerable<AnnotatedType> Group(ImmutableArray<AnnotatedMember> members, GeneratorOptions options)
    {
        var names = new UniqueNames("Of_", "");
        var links = SourceLinks.Parse(options.Links);
        var written = members.OrderBy(member => SourcePath.Of(member.File, options.ProjectDirectory, links), StringComparer.Ordinal);
        foreach (var group in written.GroupBy(member => (member.Path.Namespace, member.Path.Types)))
        {
            var (space, types) = group.Key;
            var path = space.Length == 0 ? types : $"{space}.{types}";
            yield return new AnnotatedType(names.For(path), options.RootNamespace, new([.. Distinct(group)]));
        }
    }

    // A member declared twice is the compiler's error; a second implementation would only add to it.
    private static IEnumerable<AnnotatedMember> Distinct(IEnumerable<AnnotatedMember> members)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return members.Where(member => names.Add(member.Path.Name));
    }
}
