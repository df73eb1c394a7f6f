using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Publishing.Report.Audits;

/// <summary>An audit's file in <c>NarrationRetake</c> stands for the ids that it says are to be redone.</summary>
public static class RetakeList
{
    /// <summary>Puts the ids in the place of each part that ends in <c>.json</c>; everything else stays as it is.</summary>
    /// <param name="retake">As asked for; parts with <c>;</c> between.</param>
    /// <param name="projectDirectory">Where relative paths start.</param>
    /// <param name="locked">The takes of today: one that was made since it was judged stays.</param>
    /// <exception cref="NarrationException">FHN4020, also when the file is not there.</exception>
    public static string Expand(string retake, string projectDirectory, NarrationLock locked) =>
        string.Join(
            ';',
            retake
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .SelectMany(part =>
                    IsFile(part)
                        ? AuditFile
                            .ReadExisting(Path.GetFullPath(Path.Combine(projectDirectory, part)))
                            .ToRedo(id => locked.Segments.GetValueOrDefault(id)?.AudioHash)
                        : [part]
                )
        );

    /// <summary>Whether a part names a file.</summary>
    private static bool IsFile(string part) => part.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
