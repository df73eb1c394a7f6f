using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Publishing.Report.Audits;

/// <summary>A list of ids in which the file of an audit stands for the ids that it judges so.</summary>
public static class AuditList
{
    /// <summary><c>NarrationRetake</c>: an audit stands for the ids that it says are to be redone.</summary>
    /// <inheritdoc cref="Expand"/>
    public static string ToRedo(string list, string projectDirectory, NarrationLock locked) =>
        Expand(list, projectDirectory, locked, (audit, audio) => audit.ToRedo(audio));

    /// <summary><c>NarrationAccept</c>: an audit stands for the ids whose takes it says are good.</summary>
    /// <inheritdoc cref="Expand"/>
    public static string Good(string list, string projectDirectory, NarrationLock locked) =>
        Expand(list, projectDirectory, locked, (audit, audio) => audit.Good(audio));

    /// <summary>Puts the ids in the place of each part that ends in <c>.json</c>; everything else stays as it is.</summary>
    /// <param name="list">As asked for; parts with <c>;</c> between.</param>
    /// <param name="projectDirectory">Where relative paths start.</param>
    /// <param name="locked">The takes of today: one that was made since it was judged is not meant.</param>
    /// <param name="select">The ids that an audit stands for, by the hash of each id's audio.</param>
    /// <exception cref="NarrationException">FHN4020, also when the file is not there.</exception>
    private static string Expand(
        string list,
        string projectDirectory,
        NarrationLock locked,
        Func<Audit, Func<string, string?>, IReadOnlyList<string>> select
    ) =>
        string.Join(
            ';',
            list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .SelectMany(part =>
                    part.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                        ? select(AuditFile.ReadExisting(Path.GetFullPath(Path.Combine(projectDirectory, part))), id =>
                            locked.Segments.GetValueOrDefault(id)?.AudioHash
                        )
                        : [part]
                )
        );
}
