using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Publishing.Report.Audits;

/// <summary>An audit's file in <c>NarrationAccept</c> stands for the ids whose takes it says are good.</summary>
public static class AcceptList
{
    /// <summary>Puts the ids in the place of each part that ends in <c>.json</c>; everything else stays as it is.</summary>
    /// <param name="accept">As asked for; parts with <c>;</c> between.</param>
    /// <param name="projectDirectory">Where relative paths start.</param>
    /// <param name="locked">The takes of today: one that was made since it was judged is not meant.</param>
    /// <exception cref="NarrationException">FHN4020, also when the file is not there.</exception>
    public static string Expand(string accept, string projectDirectory, NarrationLock locked) =>
        string.Join(
            ';',
            accept
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .SelectMany(part =>
                    part.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                        ? AuditFile
                            .ReadExisting(Path.GetFullPath(Path.Combine(projectDirectory, part)))
                            .Good(id => locked.Segments.GetValueOrDefault(id)?.AudioHash)
                        : [part]
                )
        );
}
