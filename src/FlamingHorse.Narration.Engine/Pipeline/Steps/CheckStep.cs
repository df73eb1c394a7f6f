using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>Listens to the takes that nobody has listened to, of every voice. Makes nothing; a person's word stands.</summary>
internal sealed class CheckStep(RunContext context) : IRunStep
{
    /// <summary>Clips that are in memory at once.</summary>
    private const int MostAtOnce = 32;

    /// <inheritdoc/>
    public async IAsyncEnumerable<RunState> RunAsync(RunState state, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var open = state.Indices(index =>
            state.Takes[index] is { Take.Check: null, Path: not null } && state.Plan.Segments[index] is { Recording: null, Voice: not null }
        );
        if (open.IsEmpty || context.Settings.Check == Configuration.CheckMode.Off)
        {
            yield break;
        }

        using var folder = RunFolder.Make(context.Request.IntermediateDirectory);
        var recognizers = OpenRecognizers.For(
            context,
            open.Select(index => state.Plan.Segments[index].Language),
            [.. open.Select(index => state.Plan.Segments[index].Voice!.Voice).DistinctBy(voice => voice.Name)],
            folder.Path
        );
        var tally = new CheckTally();
        await using (recognizers.ConfigureAwait(false))
        {
            foreach (var indices in open.Chunk(MostAtOnce))
            {
                var takes = indices.Select(index => Read(state, index)).ToList();
                var judged = await new TakeJudge(new ClipJudge(), recognizers.Checkers)
                    .ListenAsync(takes, cancellation)
                    .ConfigureAwait(false);
                foreach (var (index, take, verdict) in indices.Zip(takes, judged))
                {
                    state = Settle(state, index, take, verdict, tally);
                }
            }
        }

        CheckReportFile.Write(context.Request.IntermediateDirectory, tally.ToReport());
        foreach (var line in tally.Lines())
        {
            context.Log.Line(line);
        }

        yield return state;
    }

    private static RunState Settle(RunState state, int index, TakeToCheck take, JudgedClip judged, CheckTally tally)
    {
        var checks = judged.Clip?.Record.Checks ?? judged.Checks;
        if (LockedCheck.Of(checks) is not { } verdict)
        {
            return state;
        }

        tally.Add(take, verdict, checks);
        var before = state.Takes[index]!;
        return state.With(index, before with { Checks = [.. checks], Take = before.Take! with { Check = verdict } });
    }

    private static TakeToCheck Read(RunState state, int index)
    {
        var (segment, found) = (state.Plan.Segments[index], state.Takes[index]!);
        var (voice, take) = (segment.Voice!.Voice, found.Take!);
        var wav = File.ReadAllBytes(found.Path!);
        var request = new SynthesisRequest
        {
            Key = segment.Key,
            Id = segment.Id,
            Place = segment.Source.Place,
            Text = segment.Spoken,
            Voice = voice,
            Language = segment.Language,
            Estimate = take.Duration,
        };
        var record = new ClipRecord
        {
            Key = segment.Key,
            AudioHash = take.AudioHash,
            AudioBytes = wav.Length,
            SampleCount = take.SampleCount,
            SampleRate = take.SampleRate,
            SpeechStart = take.SpeechStart,
            SpeechEnd = take.SpeechEnd,
            Voice = voice.Name,
            Backend = voice.Backend,
            Model = take.Model,
        };
        // What the engine made is gone; only what it would say again matters for the verdict.
        var raw = new RawClip(new MonoSignal([], take.SampleRate)) { IsDeterministic = voice.Backend == "system" };
        return new TakeToCheck(new FinishedClip(request, record, wav), raw);
    }
}
