using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>Finds segments that would share an id, a file or a C# name. Each collision is reported at both places.</summary>
internal sealed class CollisionChecks(string className, ICollection<Finding> findings)
{
    // By what two ids must not share: NFC and NFD twins, and names that differ in case, are one file on some file system.
    private readonly Dictionary<string, ScriptSegment> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ScriptSegment> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScriptSegment> _types = new(StringComparer.Ordinal);

    /// <param name="segments">Those whose id has no problem of its own.</param>
    public void Check(IReadOnlyList<ScriptSegment> segments)
    {
        // Only what is generated whole takes its names from its id; members in C# are the author's own.
        var generated = new List<(ScriptSegment Segment, IReadOnlyList<string> Parts)>();
        foreach (var segment in segments)
        {
            var key = NormalizedText.Of(segment.Id);
            if (_ids.TryGetValue(key, out var first))
            {
                ReportDuplicate(first, segment);
                continue;
            }
            _ids.Add(key, segment);
            if (segment.Origin != SegmentOrigin.CSharp)
                generated.Add((segment, SegmentId.Parts(segment.Id)));
        }

        foreach (var (segment, parts) in generated)
            CheckMember(segment, parts);
        foreach (var (segment, parts) in generated)
            CheckTypes(segment, parts);
    }

    private void ReportDuplicate(ScriptSegment first, ScriptSegment second)
    {
        var difference = first.Id == second.Id ? "" : " Ids must differ in more than case.";
        Report(first, second, $"has the same id as{{0}}.{difference} Give one of them another {Cure(second)}.");
    }

    private void CheckMember(ScriptSegment segment, IReadOnlyList<string> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] == (i == 0 ? className : parts[i - 1]))
            {
                findings.Add(
                    ScriptFindings.InvalidId.At(
                        segment.Place,
                        $"'{segment.Id}' would give the C# class '{parts[i]}' a member with its own name, which C# does not allow. Rename "
                            + $"that part{(i == 0 ? ", or the class with the property NarrationClassName" : "")}."
                    )
                );
                return;
            }
        }

        var member = string.Join(".", parts);
        if (_members.TryGetValue(member, out var first))
            Report(first, segment, $"becomes the same C# name '{member}' as{{0}}. Give one of them another {Cure(segment)}.");
        else
            _members.Add(member, segment);
    }

    private void CheckTypes(ScriptSegment segment, IReadOnlyList<string> parts)
    {
        var type = "";
        for (var i = 0; i < parts.Count - 1; i++)
        {
            type = type.Length == 0 ? parts[i] : type + "." + parts[i];
            CheckType(segment, type);
        }
        // The names of its cues are in a class beside it.
        if (MarkedText.Parse(segment.Text).Marks.Count > 0)
            CheckType(segment, string.Join(".", parts) + "Cues");
    }

    private void CheckType(ScriptSegment segment, string type)
    {
        if (!_types.ContainsKey(type))
        {
            _types.Add(type, segment);
            if (_members.TryGetValue(type, out var member))
                Report(member, segment, $"and{{0}} make '{type}' both a segment and a class. Give one of them another {Cure(segment)}.");
        }
    }

    // The message follows the id; {0} in it is the other one and its place.
    private void Report(ScriptSegment first, ScriptSegment second, string message)
    {
        foreach (var (here, there) in ((ScriptSegment, ScriptSegment)[])[(first, second), (second, first)])
        {
            findings.Add(
                ScriptFindings.DuplicateId.At(
                    here.Place,
                    $"'{here.Id}' "
                        + message.Replace(
                            "{0}",
                            $" '{there.Id}' in {Path.GetFileName(there.Place.File)}({there.Place.Line},{there.Place.Column})"
                        )
                )
            );
        }
    }

    private static string Cure(ScriptSegment segment) =>
        segment.Origin switch
        {
            SegmentOrigin.CSharp => "Id",
            SegmentOrigin.Item => "Include",
            _ => "key",
        };
}
