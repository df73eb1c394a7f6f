using System.Threading.Channels;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>Runs requests through a speaker, several at once: claim, speak, judge, store; what another build holds comes round again.</summary>
internal sealed class SpeakerSynthesizer(Func<ISpeaker> open, ClipJudge judge) : ISynthesizer
{
    private static readonly TimeSpan BusyPoll = TimeSpan.FromSeconds(0.25);

    public async Task RunAsync(IReadOnlyList<SynthesisRequest> requests, ISynthesisSink sink, CancellationToken cancellation)
    {
        if (requests.Count == 0)
        {
            return;
        }

        var speaker = open();
        await using (speaker.ConfigureAwait(false))
        {
            await speaker.PrepareAsync(requests, sink, cancellation).ConfigureAwait(false);
            var waiting = requests;
            while (waiting.Count > 0)
            {
                waiting = await RoundAsync(speaker, waiting, sink, cancellation).ConfigureAwait(false);
                if (waiting.Count > 0)
                {
                    await Task.Delay(BusyPoll, cancellation).ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>Serves what can be claimed now; returns what others hold.</summary>
    private async Task<IReadOnlyList<SynthesisRequest>> RoundAsync(
        ISpeaker speaker,
        IReadOnlyList<SynthesisRequest> requests,
        ISynthesisSink sink,
        CancellationToken cancellation
    )
    {
        var busy = Channel.CreateUnbounded<SynthesisRequest>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = speaker.Concurrency, CancellationToken = cancellation };
        try
        {
            await Parallel
                .ForEachAsync(requests, parallel, async (request, token) =>
                {
                    switch (await sink.ClaimAsync(request, token).ConfigureAwait(false))
                    {
                        case ClaimResult.Mine:
                            await ServeAsync(speaker, request, sink, token).ConfigureAwait(false);
                            break;
                        case ClaimResult.Busy:
                            busy.Writer.TryWrite(request);
                            break;
                    }
                })
                .ConfigureAwait(false);
        }
        catch (BackendFailedException e)
        {
            throw new NarrationException(e.Finding, e);
        }

        busy.Writer.Complete();
        return await busy.Reader.ReadAllAsync(cancellation).ToListAsync(cancellation).ConfigureAwait(false);
    }

    private async Task ServeAsync(ISpeaker speaker, SynthesisRequest request, ISynthesisSink sink, CancellationToken cancellation)
    {
        var attempts = new AttemptLog();
        var isDeterministic = false;
        while (attempts.Count < AttemptLog.Most && !(isDeterministic && attempts.Count > 0))
        {
            var attempt = attempts.Count + 1;
            try
            {
                var raw = await speaker.SpeakAsync(request, Seeds.For(request, attempt), cancellation).ConfigureAwait(false);
                var judged = judge.Judge(request, raw, attempt);
                if (judged.Clip is { } clip)
                {
                    await sink.CompletedAsync(clip, cancellation).ConfigureAwait(false);
                    return;
                }

                attempts.Add(judged.Problems);
                attempts.IsServersFault = false;
                isDeterministic = raw.IsDeterministic;
            }
            catch (AttemptFailedException e)
            {
                attempts.IsServersFault |= attempts.Count == 0;
                attempts.Add([e.Message]);
            }
            catch (NarrationException e)
            {
                await sink.FailedAsync(request, e.Finding, attempt, cancellation).ConfigureAwait(false);
                return;
            }
        }

        await sink.FailedAsync(request, attempts.Finding(request, isDeterministic), attempts.Count, cancellation).ConfigureAwait(false);
    }
}
