using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Engine.Scripts;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;
using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.Inputs;

/// <summary>Segments from <c>NarrationScript</c> files.</summary>
internal static class ScriptSegments
{
    /// <param name="items">The items.</param>
    /// <param name="projectDirectory">What their paths are relative to.</param>
    /// <param name="projectFile">The place of what is wrong with an item.</param>
    /// <param name="findings">Takes what cannot be read.</param>
    public static IReadOnlyList<ScriptSegment> Read(
        IEnumerable<ITaskItem> items,
        string projectDirectory,
        string projectFile,
        ICollection<Finding> findings
    )
    {
        var segments = new List<ScriptSegment>();
        foreach (var item in items.DistinctBy(item => Path.GetFullPath(item.ItemSpec, projectDirectory)))
        {
            var order = ItemOrder.Read(item, new(projectFile), findings);
            var read = ReadOne(Path.GetFullPath(item.ItemSpec, projectDirectory), findings);
            segments.AddRange(order is null ? read : read.Select(segment => segment with { Order = order }));
        }

        return segments;
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // so that a project without script files loads no engine
    private static IReadOnlyList<ScriptSegment> ReadOne(string path, ICollection<Finding> findings) => ScriptFile.Read(path, findings);
}
