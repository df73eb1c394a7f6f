using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;
using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.Inputs;

/// <summary>Segments from <c>Narration</c> items, each at its place in the project file.</summary>
internal static class ItemSegments
{
    public static IReadOnlyList<ScriptSegment> Read(IReadOnlyList<ITaskItem> items, string projectFile, ICollection<Finding> findings)
    {
        if (items.Count == 0 && !File.Exists(projectFile))
        {
            return [];
        }

        var files = items
            .Select(i => i.GetMetadata("DefiningProjectFullPath"))
            .Append(projectFile)
            .Where(f => f.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(f => f, ItemDeclarations.Read, StringComparer.Ordinal);
        var segments = new List<ScriptSegment>(items.Count);
        foreach (var item in items)
        {
            var file = item.GetMetadata("DefiningProjectFullPath") is { Length: > 0 } path ? path : projectFile;
            var declaration = files[file].FirstOrDefault(d => d.Makes(item.ItemSpec));
            var place = declaration?.Place ?? new SourcePlace(file);
            var text = item.GetMetadata("Text");
            if (declaration?.Text is { } written && ItemEscapes.Plain(written) != text)
            {
                findings.Add(
                    ScriptFindings.ItemTextChanged.At(
                        place,
                        $"MSBuild changed the text of '{item.ItemSpec}': the file says \"{written}\", the item says \"{text}\". Write "
                            + $"%24 for $, %40 for @ and %25 for % where you mean the character itself."
                    )
                );
            }

            segments.Add(
                new()
                {
                    Id = item.ItemSpec,
                    Text = text,
                    Place = place,
                    Runs = Runs(declaration, text),
                    Origin = SegmentOrigin.Item,
                    SpokenAs = Optional(item, "SpokenAs"),
                    Voice = Optional(item, "Voice"),
                    Language = Optional(item, "Language"),
                    Order = ItemOrder.Read(item, place, findings),
                }
            );
        }

        var made = items.Select(i => i.ItemSpec).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var lost in files.Values.SelectMany(d => d).Where(d => d.IsPlain && !made.Any(d.Makes)))
        {
            findings.Add(
                ScriptFindings.ItemVanished.At(
                    lost.Place,
                    $"'{lost.Include}' produced no segment: MSBuild reads * and ? in Include as a file pattern. Choose an id without them."
                )
            );
        }

        return segments;
    }

    private static TextRuns Runs(ItemDeclaration? declaration, string text) =>
        declaration?.TextPlace is { } place && (FormulaText.MayHold(text) || MarkedText.MayHold(text))
            ? ItemTextRuns.Read(File.ReadAllLines(place.File), place.Line, place.Column, text)
            : TextRuns.None;

    private static string? Optional(ITaskItem item, string name) => item.GetMetadata(name) is { Length: > 0 } value ? value : null;
}
