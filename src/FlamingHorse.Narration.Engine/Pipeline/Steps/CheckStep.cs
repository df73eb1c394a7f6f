using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>
/// Listens to the takes of every voice that nobody has listened to. If the lock may be written, it also times the words of takes without
/// word times. It synthesizes nothing, and a person's verdict stands.
/// </summary>
internal sealed class CheckStep(RunContext context) : IRunStep
{
    /// <summary>The most clips in memory at once.</summary>
    private const int MostAtOnce = 32;

    private readonly CheckTally _tally = new();
    private int _timed;

    /// <inheritdoc/>
    public async IAsyncEnumerable<RunState> RunAsync(RunState state, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (context.Settings.Check == CheckMode.Off)
        {
            yield break;
        }

        var audible = state.Indices(index =>
            state.Takes[index] is { Take: not null, Path: not null } && state.Plan.Segments[index] is { Recording: null, Voice: not null }
        );
        var unheard = audible.RemoveAll(index => state.Takes[index]!.Take!.Check is not null);
        var untimed = state.Plan.MayWriteLock
            ? audible.RemoveAll(index => state.Takes[index]!.Take is { Check: null } or { Words: not null })
            : [];
        var open = unheard.AddRange(untimed);
        if (open.IsEmpty)
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
        await using (recognizers.ConfigureAwait(false))
        {
            state = await ListenAsync(state, unheard, recognizers.Checkers, cancellation).ConfigureAwait(false);
            var aligners = recognizers.Checkers.Where(checker => checker.Brings == HeardParts.Words).ToList();
            state = await ListenAsync(state, untimed, aligners, cancellation).ConfigureAwait(false);
        }

        Report(state, unheard);
        yield return state;
    }

    private async Task<RunState> ListenAsync(
        RunState state,
        ImmutableArray<int> open,
        IReadOnlyList<ITakeChecker> checkers,
        CancellationToken cancellation
    )
    {
        foreach (var indices in checkers.Count == 0 ? [] : open.Chunk(MostAtOnce))
        {
            var takes = indices
                .Select(index => StoredTake.Read(state.Plan.Segments[index], state.Takes[index]!.Take!, state.Takes[index]!.Path!))
                .ToList();
            var judged = await new TakeJudge(new ClipJudge(), checkers).ListenAsync(takes, cancellation).ConfigureAwait(false);
            foreach (var (index, take, verdict) in indices.Zip(takes, judged))
            {
                state = Settle(state, index, take, verdict);
            }
        }

        return state;
    }

    private RunState Settle(RunState state, int index, TakeToCheck take, JudgedClip judged)
    {
        var before = state.Takes[index]!;
        var line = before.Take!;
        if (state.Plan.MayWriteLock && line.Words is null && judged.Clip?.Record.Words is { } words)
        {
            _timed++;
            line = line with { Words = words };
        }

        var checks = judged.Clip?.Record.Checks ?? judged.Checks;
        if (line.Check is null && LockedCheck.Of(checks) is { } verdict)
        {
            _tally.Add(take, verdict, checks);
            line = line with { Check = verdict };
            before = before with { Checks = [.. checks] };
        }

        return state.With(index, before with { Take = line });
    }

    private void Report(RunState state, ImmutableArray<int> unheard)
    {
        CheckReportFile.Write(context.Request.IntermediateDirectory, _tally.ToReport());
        foreach (var line in _tally.Lines())
        {
            context.Log.Line(line);
        }

        if (_timed > 0)
        {
            context.Log.Line(string.Create(CultureInfo.InvariantCulture, $"Narration: words of {_timed} takes timed"));
        }

        var left = unheard.Where(index => state.Takes[index]!.Take!.Check is null).Select(index => state.Plan.Segments[index]).ToList();
        // If listening is required, each of them is a separate error.
        if (left.Count > 0 && context.Settings.Check != CheckMode.Required)
        {
            context.Findings.Report(TakeVerdicts.NobodyListened(left));
        }
    }
}
