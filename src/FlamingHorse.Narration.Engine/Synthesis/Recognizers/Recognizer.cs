using System.Globalization;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <summary>
/// Listens by a program that is started when the first take is there and kept for the build. When it fails, it is
/// started again, and what it was at is asked one by one; what it fails at twice is left. A build never fails for it.
/// </summary>
/// <param name="setup">The program.</param>
/// <param name="folder">Where takes are laid for it; exists.</param>
/// <param name="report">Takes what is wrong, once.</param>
/// <param name="trace">Takes lines for the log.</param>
internal sealed partial class Recognizer(RecognizerSetup setup, string folder, Action<Finding> report, Action<string> trace)
    : ITakeChecker,
        IAsyncDisposable
{
    /// <summary>Few enough that one that hangs is found out soon.</summary>
    private const int MostItems = 8;

    private IListener? _listener;
    private bool _isOff;
    private long _lastId;

    /// <inheritdoc/>
    public HeardParts Brings => setup.Brings;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TakeVerdict>> CheckAsync(IReadOnlyList<TakeToCheck> takes, CancellationToken cancellation)
    {
        var verdicts = Enumerable.Repeat(TakeVerdict.NotHeard, takes.Count).ToArray();
        var groups = takes
            .Select((take, position) => (take, position))
            .GroupBy(item => (item.take.Clip.Request.Language, item.take.Clip.Request.Voice.Name));
        foreach (var items in groups.SelectMany(group => group.Chunk(MostItems)))
        {
            if (_isOff)
            {
                break;
            }

            var laid = items.Select(item => Lay(item.take, item.position)).ToList();
            try
            {
                await HearAsync(laid, verdicts, cancellation).ConfigureAwait(false);
            }
            finally
            {
                laid.ForEach(item => File.Delete(item.Path));
            }
        }

        return verdicts;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _listener, null) is { } listener)
        {
            await listener.CloseAsync().ConfigureAwait(false);
        }
    }

    private ListenItem Lay(TakeToCheck take, int position)
    {
        var id = ++_lastId;
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{setup.Name}-{id}.wav"));
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write))
        {
            file.Write(take.Clip.Wav.Span);
        }

        return new ListenItem(id, path, take, position);
    }

    private async Task HearAsync(IReadOnlyList<ListenItem> items, TakeVerdict[] verdicts, CancellationToken cancellation)
    {
        var waiting = new Queue<IReadOnlyList<ListenItem>>([items]);
        var failedAt = new HashSet<long>();
        while (!_isOff && waiting.TryDequeue(out var batch))
        {
            var open = batch.ToList();
            try
            {
                _listener ??= await setup.OpenAsync(folder, trace, cancellation).ConfigureAwait(false);
                if (_listener.Hears(batch[0].Language))
                {
                    await _listener.ListenAsync(batch, Settle, cancellation).ConfigureAwait(false);
                }
            }
            catch (RecognizerUnavailableException e)
            {
                _isOff = true;
                trace(e.Message);
                if (!setup.IsOptional)
                {
                    report(e.Finding);
                }
            }
            catch (RecognizerFailedException e) when (_listener is null)
            {
                await RestartAsync(e, cancellation).ConfigureAwait(false);
                waiting.Enqueue(batch); // it did not come so far as to be asked
            }
            catch (RecognizerFailedException e)
            {
                await RestartAsync(e, cancellation).ConfigureAwait(false);
                foreach (var item in open)
                {
                    if (failedAt.Add(item.Id))
                    {
                        waiting.Enqueue([item]);
                    }
                    else
                    {
                        trace($"{setup.Name}: it fails at '{item.Take.Clip.Request.Id}', which is not listened to");
                    }
                }
            }

            void Settle(ListenItem item, Hearing? hearing)
            {
                open.Remove(item);
                verdicts[item.Position] = hearing is null ? TakeVerdict.NotHeard : TranscriptJudge.Judge(item.Take, hearing);
            }
        }
    }
}
