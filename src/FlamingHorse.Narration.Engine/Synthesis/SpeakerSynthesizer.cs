using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>
/// Takes requests through a speaker, several at once: claim, speak, judge, store. It asks again for keys that other builds hold.
/// </summary>
internal sealed class SpeakerSynthesizer(Func<ISpeaker> open, TakeJudge judge) : ISynthesizer
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

    /// <summary>Serves the requests that can be claimed now; returns those whose keys other builds hold.</summary>
    private async Task<IReadOnlyList<SynthesisRequest>> RoundAsync(
        ISpeaker speaker,
        IReadOnlyList<SynthesisRequest> requests,
        ISynthesisSink sink,
        CancellationToken cancellation
    )
    {
        try
        {
            using var round = new SpeakerRound(speaker, judge, sink, cancellation);
            return await round.RunAsync(requests).ConfigureAwait(false);
        }
        catch (BackendFailedException e)
        {
            throw new NarrationException(e.Finding, e);
        }
    }
}
