using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>What a recognizer concluded about a take, as the lock passes it on.</summary>
/// <param name="Verdict">Such as <c>heard</c>.</param>
/// <param name="By">The recognizer, such as <c>whisper tiny.en</c>.</param>
public sealed record LockedCheck(string Verdict, string By)
{
    public const string Heard = "heard";
    public const string Doubtful = "doubtful";
    public const string Refused = "refused";
    public const string Accepted = "accepted";

    /// <summary>The verdict of a person, which no recognizer overrules.</summary>
    public static LockedCheck ByPerson { get; } = new(Accepted, "a person");

    /// <summary>
    /// The worst of the verdicts; null if no recognizer gave a transcript and none refused the take: an alignment is not a verdict.
    /// </summary>
    public static LockedCheck? Of(IReadOnlyList<TakeCheck>? checks) =>
        (checks ?? []).Where(check => check.Transcript is not null || check.Verdict != TakeOutcome.Heard).MaxBy(check => check.Verdict)
            is { } worst
            ? new(NameOf(worst.Verdict), worst.By)
            : null;

    private static string NameOf(TakeOutcome verdict) =>
        verdict switch
        {
            TakeOutcome.Heard => Heard,
            TakeOutcome.Doubtful => Doubtful,
            TakeOutcome.Refused => Refused,
            _ => Accepted,
        };
}
