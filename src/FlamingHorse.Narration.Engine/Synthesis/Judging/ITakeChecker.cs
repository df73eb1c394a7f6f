namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>
/// Listens to takes before they are stored: a recognizer, an aligner. The signal gate has passed them already. Whoever makes one disposes
/// of it; one batch is asked at a time, while the next takes are being spoken.
/// </summary>
internal interface ITakeChecker
{
    /// <summary>What it can be asked for; it is given no take that has all of this already.</summary>
    HeardParts Brings => HeardParts.All;

    /// <summary>Listens to a batch.</summary>
    /// <param name="takes">At least one; of several requests, in no promised order.</param>
    /// <param name="cancellation">Ends the work; what was not judged is not stored.</param>
    /// <returns>One verdict for each take, in the same order; <see cref="TakeVerdict.NotHeard"/> for what it cannot listen to.</returns>
    Task<IReadOnlyList<TakeVerdict>> CheckAsync(IReadOnlyList<TakeToCheck> takes, CancellationToken cancellation);
}
