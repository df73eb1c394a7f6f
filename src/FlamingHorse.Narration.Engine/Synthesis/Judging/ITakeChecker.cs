namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>
/// Listens to takes before they are stored: a recognizer or an aligner. The takes have already passed the signal gate. The creator disposes
/// of the checker. It gets one batch at a time, while the next takes are being spoken.
/// </summary>
internal interface ITakeChecker
{
    /// <summary>What it can supply; it does not get takes that already have all of this.</summary>
    HeardParts Brings => HeardParts.All;

    /// <summary>Listens to a batch.</summary>
    /// <param name="takes">At least one take, of several requests, in no particular order.</param>
    /// <param name="cancellation">Ends the work; takes that were not judged are not stored.</param>
    /// <returns>One verdict for each take, in the same order; <see cref="TakeVerdict.NotHeard"/> for what it cannot listen to.</returns>
    Task<IReadOnlyList<TakeVerdict>> CheckAsync(IReadOnlyList<TakeToCheck> takes, CancellationToken cancellation);
}
