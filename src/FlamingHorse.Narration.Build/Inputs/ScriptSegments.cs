using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Engine.Scripts;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Build.Inputs;

/// <summary>Segments from <c>NarrationScript</c> files.</summary>
internal static class ScriptSegments
{
    /// <param name="paths">Absolute.</param>
    /// <param name="findings">Takes what cannot be read.</param>
    public static IReadOnlyList<ScriptSegment> Read(IEnumerable<string> paths, ICollection<Finding> findings) =>
        [.. paths.Distinct(StringComparer.Ordinal).SelectMany(path => ReadOne(path, findings))];

    [MethodImpl(MethodImplOptions.NoInlining)] // so that a project without script files loads no engine
    private static IReadOnlyList<ScriptSegment> ReadOne(string path, ICollection<Finding> findings) => ScriptFile.Read(path, findings);
}
