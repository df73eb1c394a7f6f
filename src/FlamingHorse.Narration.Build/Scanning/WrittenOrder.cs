using FlamingHorse.Narration.Build.Items;
using FlamingHorse.Narration.Build.State;
using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.Scanning;

/// <summary>Ids in the order in which their author wrote them: sources in the compiler's order, then items, then script files.</summary>
internal static class WrittenOrder
{
    /// <param name="intermediateDirectory">Holds the state of the last build; without one, annotations are not in the order.</param>
    /// <param name="items">The <c>Narration</c> items.</param>
    /// <param name="scripts">Absolute paths of the script files.</param>
    public static IReadOnlyList<string> Read(string intermediateDirectory, IEnumerable<ITaskItem> items, IEnumerable<string> scripts) =>
    [
        .. BuildStateFile.TryRead(Path.Combine(intermediateDirectory, BuildStateFile.FileName))?.Sources.Values.SelectMany(source => source.Segments).Select(segment => segment.Id) ?? [],
        .. items.Select(item => item.ItemSpec),
        .. ScriptSegments.Read(scripts, []).Select(segment => segment.Id), // what is wrong with them, the build has said
    ];
}
