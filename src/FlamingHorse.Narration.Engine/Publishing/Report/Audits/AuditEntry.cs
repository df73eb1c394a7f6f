namespace FlamingHorse.Narration.Engine.Publishing.Report.Audits;

/// <summary>A listener's judgement of one take.</summary>
public sealed record AuditEntry
{
    public required string Id { get; init; }

    /// <summary>SHA-256 of the take that was heard, lower-case hex: a new take needs a new judgement.</summary>
    public string? Audio { get; init; }

    public string? Voice { get; init; }

    public string? Model { get; init; }

    /// <summary>Likeness to the reference, 1 to 10.</summary>
    public int? Similarity { get; init; }

    /// <summary>What the listener wrote down.</summary>
    public string? Heard { get; init; }

    /// <summary>Words substituted, left out and put in, of <see cref="Words"/>.</summary>
    public int? WrongWords { get; init; }

    /// <summary>Words of the text, after normalizing.</summary>
    public int? Words { get; init; }

    /// <summary><c>good</c> or <c>redo</c>; null when undecided.</summary>
    public string? Verdict { get; init; }

    public string? Note { get; init; }

    /// <summary>The other side of a comparison.</summary>
    public AuditEntry? Other { get; init; }

    /// <summary><c>a</c>, <c>b</c> or <c>same</c>.</summary>
    public string? Preferred { get; init; }
}
