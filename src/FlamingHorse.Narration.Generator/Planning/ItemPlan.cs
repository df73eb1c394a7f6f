using FlamingHorse.Narration.Generator.Manifests;
using FlamingHorse.Narration.Generator.Models;
using FlamingHorse.Narration.Generator.Writing;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Generator.Planning;

/// <summary>The classes that project items and script files give: one for each part of an id but the last, which is a property.</summary>
internal static class ItemPlan
{
    /// <summary>In the order of their first segments in the lesson.</summary>
    public static IEnumerable<TypeSource> Make(ManifestIndex manifest, GeneratorOptions options)
    {
        var ranks = manifest.Items.GroupBy(item => item.Id).ToDictionary(item => item.Key, item => item.First().Rank);
        return MakeByName(manifest, options).OrderBy(type => type.Members.Min(member => ranks[member.Segment.Id]));
    }

    private static IEnumerable<TypeSource> MakeByName(ManifestIndex manifest, GeneratorOptions options)
    {
        var scopes = manifest
            .Items.Select(item => (Item: item, Parts: PartsOf(item)))
            .Where(item => item.Parts.Count > 0 && !NestsInItsOwnName([options.ClassName, .. item.Parts]))
            .GroupBy(item => string.Join(".", item.Parts.Take(item.Parts.Count - 1)))
            .OrderBy(scope => scope.Key, StringComparer.Ordinal)
            .ToList();

        // A class has no two members of one name, and none of its own. The build reports such ids; an editor compiles all the same.
        var classes = new HashSet<string>(scopes.SelectMany(scope => PathsOf(scope.Key)), StringComparer.Ordinal);
        var names = new UniqueNames("Items_", ".Items");

        foreach (var scope in scopes)
        {
            var taken = new HashSet<string>(classes.Where(path => Parent(path) == scope.Key).Select(Last), StringComparer.Ordinal);
            var members = scope
                .OrderBy(item => item.Item.Rank)
                .Where(item => taken.Add(Last(item.Parts)))
                .Select(item => Make(item.Item, Last(item.Parts)))
                .ToList();
            if (members.Count == 0)
                continue;

            yield return new TypeSource
            {
                Name = names.For(Join(options.ClassName, scope.Key)),
                Scene = LessonOrder.SceneOf(members[0].Segment.Id),
                Order = scope.Min(item => item.Item.Order),
                Namespace = Identifier.OfNamespace(options.RootNamespace),
                Types = new([.. TypesOf(options.ClassName, scope.Key)]),
                Members = new([
                    .. members.Select(member => member with { HasCues = member.HasCues && taken.Add(TypeMembers.Cues(member.Name)) }),
                ]),
                ListAccessibility = taken.Contains(TypeMembers.List) ? null : "public ",
            };
        }
    }

    private static MemberSource Make(ManifestSegment item, string name) =>
        new(name, PropertyShape.OfItem, SegmentPlan.FromManifest(item), HasCues: MarkedText.Parse(item.Text).Marks.Count > 0);

    // No accessibility on the container: the author may declare a part of it, public or not.
    private static IEnumerable<ContainingType> TypesOf(string className, string scope)
    {
        yield return new ContainingType("static ", "class", Identifier.Of(Identifier.Valid(className)));
        foreach (var part in scope.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
            yield return new ContainingType("public static ", "class", Identifier.Of(part));
    }

    private static IReadOnlyList<string> PartsOf(ManifestSegment item) =>
        SegmentId.Problem(item.Id) is null ? SegmentId.Parts(item.Id) : [];

    private static bool NestsInItsOwnName(IReadOnlyList<string> names) => names.Skip(1).Where((name, i) => name == names[i]).Any();

    private static IEnumerable<string> PathsOf(string scope)
    {
        for (var path = scope; path.Length > 0; path = Parent(path))
            yield return path;
    }

    private static string Parent(string path) => path.LastIndexOf('.') is >= 0 and var dot ? path.Substring(0, dot) : "";

    private static string Last(string path) => path.Substring(path.LastIndexOf('.') + 1);

    private static string Last(IReadOnlyList<string> parts) => parts[parts.Count - 1];

    private static string Join(string left, string right) => right.Length == 0 ? left : $"{left}.{right}";
}
