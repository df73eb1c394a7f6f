using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>The refused attempts at one request, and what follows from their number. Immutable.</summary>
internal sealed record AttemptLog
{
    /// <summary>Attempts at one request, in all.</summary>
    public const int Most = 3;

    public static AttemptLog Empty { get; } = new();

    public IReadOnlyList<FailedAttempt> Failed { get; private init; } = [];

    public int Count => Failed.Count;

    /// <summary>The attempt to be made now; 1 is the first.</summary>
    public int Current => Count + 1;

    /// <summary>What recognizers heard in each attempt, oldest first.</summary>
    public IReadOnlyList<IReadOnlyList<TakeCheck>> Heard => [.. Failed.Select(attempt => attempt.Checks)];

    /// <summary>The last take that was refused; null if no attempt produced any sound.</summary>
    public FinishedClip? LastTake => Failed.Select(attempt => attempt.Take).LastOrDefault(take => take is not null);

    /// <summary>No attempt produced any sound to measure.</summary>
    private bool IsServersFault { get; init; }

    /// <summary>The log with one more attempt, whose sound was refused.</summary>
    public AttemptLog Refused(FailedAttempt attempt) =>
        this with
        {
            // Takes are large, and one is enough to hear what is wrong.
            Failed = [.. attempt.Take is null ? Failed : Failed.Select(earlier => earlier with { Take = null }), attempt],
            IsServersFault = false,
        };

    /// <summary>The log with one more attempt, which gave no sound.</summary>
    public AttemptLog Unanswered(string problem) =>
        this with
        {
            Failed = [.. Failed, new FailedAttempt([problem])],
            IsServersFault = IsServersFault || Count == 0,
        };

    /// <summary>The error that ends the attempts, with what was measured at each; null while another seed is worth trying.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="isDeterministic">The engine gives the same sound every time.</param>
    public Finding? FindReasonToStop(SynthesisRequest request, bool isDeterministic)
    {
        if (Count < Most && !(isDeterministic && Count > 0))
        {
            return null;
        }

        var measured = string.Join("; ", Failed.Select((attempt, index) => $"attempt {index + 1}: {string.Join(", ", attempt.Problems)}"));
        var cure =
            IsServersFault ? "The text is not to blame: check the server's log and build again."
            : Failed.All(attempt => attempt.IsFalseAnswer)
                ? "The text is not to blame: the worker's clips do not match its answers. Run 'dotnet build -t:PrepareNarration' for a "
                    + "diagnosis."
            : isDeterministic
                ? "This engine makes the same sound every time, so it was not asked again: reword the text, or write SpokenAs."
            : "Reword the text, write SpokenAs, split the segment, or build again for new attempts.";
        return (IsServersFault ? VoiceFindings.ServerFailed : QualityFindings.ClipRejected).At(
            request.Place,
            $"'{request.Id}' was refused: {measured}. {cure}"
        );
    }
}
