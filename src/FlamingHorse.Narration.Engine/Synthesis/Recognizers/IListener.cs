using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <summary>A recognizer that is ready. One batch is asked at a time.</summary>
internal interface IListener : IAsyncDisposable
{
    /// <summary>Whether it may be asked about a take in this language.</summary>
    bool Hears(string language);

    /// <summary>Asks about a batch; what is answered is reported at once, so that it counts whatever comes after.</summary>
    /// <param name="items">Of one language and voice.</param>
    /// <param name="onAnswer">Gets what was heard; null where this take could not be listened to.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="RecognizerFailedException">It crashed, hangs or gives impossible answers.</exception>
    Task ListenAsync(IReadOnlyList<ListenItem> items, Action<ListenItem, Hearing?> onAnswer, CancellationToken cancellation);

    /// <summary>Asks it to leave.</summary>
    Task CloseAsync();
}
