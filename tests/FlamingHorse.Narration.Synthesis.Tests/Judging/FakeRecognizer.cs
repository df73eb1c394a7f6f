using System.Collections.Concurrent;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Synthesis.Tests.Judging;

/// <summary>A recognizer that hears every text word by word, except where the test says otherwise.</summary>
internal sealed class FakeRecognizer : ITakeChecker
{
    public const string Name = "fake tiny";

    /// <summary>What it concludes; the attempt counts from 1.</summary>
    public Func<string, int, TakeOutcome?> Verdict { get; init; } = (_, _) => TakeOutcome.Heard;

    public HeardParts Brings { get; init; } = HeardParts.All;

    /// <summary>Its own name.</summary>
    public string By { get; init; } = Name;

    /// <summary>Awaited before each batch is answered.</summary>
    public Func<Task> BeforeAnswer { get; init; } = () => Task.CompletedTask;

    /// <summary>Ids of each batch, with how many earlier attempts each came with.</summary>
    public ConcurrentQueue<IReadOnlyList<(string Id, int Earlier)>> Batches { get; } = new();

    public async Task<IReadOnlyList<TakeVerdict>> CheckAsync(IReadOnlyList<TakeToCheck> takes, CancellationToken cancellation)
    {
        Batches.Enqueue([.. takes.Select(take => (take.Clip.Request.Id, take.Earlier.Count))]);
        await BeforeAnswer();
        return [.. takes.Select(Listen)];
    }

    private TakeVerdict Listen(TakeToCheck take)
    {
        var (request, record) = (take.Clip.Request, take.Clip.Record);
        if (Verdict(request.Id, record.Attempts) is not { } outcome)
        {
            return TakeVerdict.NotHeard;
        }

        var start = (int)(record.SpeechStart * WordTime.StepsPerSecond / record.SampleRate);
        var check = new TakeCheck(outcome, By)
        {
            Transcript =
                !Brings.HasFlag(HeardParts.Transcript) ? null
                : outcome == TakeOutcome.Heard ? request.Text
                : "something else",
            Words = Brings.HasFlag(HeardParts.Words) ? [new WordTime(0, start, start + 20), new WordTime(1, start + 25, start + 40)] : null,
            Scores = new Dictionary<string, double> { ["similarity"] = 0.81 },
        };
        return new TakeVerdict(check) { Problems = outcome == TakeOutcome.Refused ? ["heard \"something else\""] : [] };
    }
}
