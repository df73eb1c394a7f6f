using FlamingHorse.Narration.Generator.Models;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Generator.Writing;

/// <summary>C# names of a segment's cues.</summary>
internal static class CueNames
{
    /// <summary>
    /// Name and position of each cue. A mark without a name in C#, or with that of another, is reached only by <c>At</c>.
    /// </summary>
    public static IEnumerable<(string Name, int Index)> Of(MemberSource member)
    {
        // A member cannot have its class's name, nor hide what every class has.
        var taken = new HashSet<string>(StringComparer.Ordinal)
        {
            TypeMembers.Cues(member.Name),
            "Equals",
            "GetHashCode",
            "GetType",
            "ToString",
            "ReferenceEquals",
            "MemberwiseClone",
            "Finalize",
        };
        for (var i = 0; i < member.Segment.Cues.Count; i++)
        {
            if (CSharpName.Of(member.Segment.Cues[i].Name) is { } name && taken.Add(name))
                yield return (name, i);
        }
    }
}
