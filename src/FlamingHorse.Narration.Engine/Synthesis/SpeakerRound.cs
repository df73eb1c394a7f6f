using System.Collections.Concurrent;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>
/// Takes requests through a speaker until each is done, failed, or found to be another build's. The speaker does not wait for recognizers:
/// a refused take sends its request back to the end of the line.
/// </summary>
internal sealed class SpeakerRound(ISpeaker speaker, TakeJudge judge, ISynthesisSink sink, CancellationToken cancellation) : IDisposable
{
    private readonly RequestLine _line = new();
    private readonly ConcurrentQueue<SynthesisRequest> _busy = new();
    private readonly ListeningQueue _listening = new(judge, cancellation);

    /// <summary>Returns the requests that another build holds.</summary>
    public async Task<IReadOnlyList<SynthesisRequest>> RunAsync(IReadOnlyList<SynthesisRequest> requests)
    {
        _line.Open(requests);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = speaker.Concurrency, CancellationToken = cancellation };
        await Parallel
            .ForEachAsync(_line.ReadAllAsync(cancellation), parallel, (next, token) => ServeAsync(next, token))
            .ConfigureAwait(false);
        return [.. _busy];
    }

    public void Dispose() => _listening.Dispose();

    private async ValueTask ServeAsync(SpokenRequest next, CancellationToken token)
    {
        if (!next.IsClaimed)
        {
            var claim = await sink.ClaimAsync(next.Request, token).ConfigureAwait(false);
            if (claim == ClaimResult.Busy)
            {
                _busy.Enqueue(next.Request);
            }

            if (claim != ClaimResult.Mine)
            {
                _line.Close();
                return;
            }
        }

        await SpeakAsync(next with { IsClaimed = true }, token).ConfigureAwait(false);
    }

    private async Task SpeakAsync(SpokenRequest next, CancellationToken token)
    {
        RawClip raw;
        var (request, attempts) = (next.Request, next.Attempts);
        try
        {
            raw = await speaker.SpeakAsync(request, Seeds.For(request, attempts.Current), token).ConfigureAwait(false);
        }
        catch (AttemptFailedException e)
        {
            var failed = next with { Attempts = attempts.Unanswered(e.Message) };
            await RetryOrFailAsync(failed, isDeterministic: false, token).ConfigureAwait(false);
            return;
        }
        catch (NarrationException e)
        {
            await FailAsync(request, e.Finding, attempts.Current, token).ConfigureAwait(false);
            return;
        }

        var judged = judge.Measure(request, raw, attempts.Current);
        if (judged.Clip is { } clip && judge.Listens)
        {
            _ = ListenAsync(next, raw, clip, token);
        }
        else
        {
            await SettleAsync(next, raw, judged, token).ConfigureAwait(false);
        }
    }

    /// <summary>Beside the speaking; what goes wrong here ends the round.</summary>
    private async Task ListenAsync(SpokenRequest next, RawClip raw, FinishedClip clip, CancellationToken token)
    {
        try
        {
            var take = new TakeToCheck(clip, raw) { Earlier = next.Attempts.Heard };
            var verdicts = await _listening.CheckAsync([take]).ConfigureAwait(false);
            await SettleAsync(next, raw, verdicts[0], token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _line.Fail(e);
        }
    }

    private async Task SettleAsync(SpokenRequest next, RawClip raw, JudgedClip judged, CancellationToken token)
    {
        if (judged.Clip is { } clip)
        {
            await sink.CompletedAsync(clip, token).ConfigureAwait(false);
            _line.Close();
            return;
        }

        var attempts = next.Attempts.Refused(new FailedAttempt(judged.Problems) { Checks = judged.Checks, Take = judged.Refused });
        await RetryOrFailAsync(next with { Attempts = attempts }, raw.IsDeterministic, token).ConfigureAwait(false);
    }

    private async Task RetryOrFailAsync(SpokenRequest next, bool isDeterministic, CancellationToken token)
    {
        if (next.Attempts.FindReasonToStop(next.Request, isDeterministic) is { } reason)
        {
            if (next.Attempts.LastTake is { } take)
            {
                sink.Refused(take);
            }

            await FailAsync(next.Request, reason, next.Attempts.Count, token).ConfigureAwait(false);
        }
        else
        {
            _line.Return(next);
        }
    }

    private async Task FailAsync(SynthesisRequest request, Finding finding, int attempts, CancellationToken token)
    {
        await sink.FailedAsync(request, finding, attempts, token).ConfigureAwait(false);
        _line.Close();
    }
}
