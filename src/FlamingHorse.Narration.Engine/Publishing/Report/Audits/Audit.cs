namespace FlamingHorse.Narration.Engine.Publishing.Report.Audits;

/// <summary>The content of <c>narration.audit.json</c>.</summary>
public sealed record Audit
{
    public const string FileName = "narration.audit.json";

    /// <summary>Raised when a reader of the old form would misread the new.</summary>
    public const int CurrentSchema = 1;

    public static Audit Empty { get; } = new();

    public int Schema { get; init; } = CurrentSchema;

    public string Project { get; init; } = "";

    /// <summary>One a segment.</summary>
    public IReadOnlyList<AuditEntry> Entries { get; init; } = [];

    /// <summary>
    /// Ids to be made again: those judged <c>redo</c> whose take is still the one that was judged, so that the same list asked for
    /// twice does not throw the new takes away.
    /// </summary>
    /// <param name="currentAudio">SHA-256 of a segment's take by id; null when it has none.</param>
    public IReadOnlyList<string> ToRedo(Func<string, string?> currentAudio) =>
        [
            .. Entries
                .Where(e => e.Verdict == "redo" && (e.Audio is null || currentAudio(e.Id) is not { } now || now == e.Audio))
                .Select(e => e.Id),
        ];

    /// <summary>Ids whose take was judged <c>good</c> and is still the one that was judged.</summary>
    /// <param name="currentAudio">SHA-256 of a segment's take by id; null when it has none.</param>
    public IReadOnlyList<string> Good(Func<string, string?> currentAudio) =>
        [.. Entries.Where(e => e.Verdict == "good" && e.Audio is not null && currentAudio(e.Id) == e.Audio).Select(e => e.Id)];
}
