using System.Collections.Immutable;
using FlamingHorse.Narration.Engine.Locking;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Processes;
using FlamingHorse.Narration.Engine.Reports;
using FlamingHorse.Narration.Engine.Settings;
using FlamingHorse.Narration.Engine.Stores;
using FlamingHorse.Narration.Engine.Voices;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>One run: plan, find, make, lock, report. Each step fills in takes that the steps before it left open.</summary>
internal sealed class NarrationRun
{
    private readonly NarrationRequest _request;
    private readonly NarrationSettings _settings;
    private readonly INarrationLog _log;
    private readonly FindingLog _findings;
    private readonly IClipStore _store;
    private readonly NarrationLock _locked;
    private readonly bool _isLockSound;
    private readonly long _started;
    private readonly RetakeSelection _retakes;
    private readonly BackendAbsence _absence;
    private readonly TakeChecks _checks;
    private readonly IReadOnlyList<PlannedSegment> _plan;
    private readonly bool _isPlanSound;
    private SegmentTake?[] _takes = [];
    private (int WorkerStarts, int ModelLoads) _effort;

    public NarrationRun(NarrationRequest request, INarrationLog log)
    {
        (_request, _settings, _log) = (request, request.Settings, log);
        _started = request.Clock.GetTimestamp();
        _findings = new(log, request.IsDesignTime);
        (_locked, var pinned, _isLockSound) = ReadLocks();
        _retakes = new(_settings.Retake);
        var isProgramHere = request.IsProgramHere ?? (name => Executable.Find(name, _settings.SearchPath) is not null);
        _absence = new(_settings, isProgramHere);
        _checks = new(request, _locked);
        var voices = new VoiceResolver(_settings, pinned, request.ProjectDirectory, isProgramHere);
        _plan = new Planner(_settings, request.Lexicon, voices, _locked, _retakes).Plan(request.Segments);
        _isPlanSound = Check();
        _store = OpenStore();
    }

    private bool IsWriting => _isLockSound && _isPlanSound && !_request.IsDesignTime && !_settings.LockedMode && _settings.Shard is null;

    private string LockPath => _settings.IsDraft ? _request.DraftLockFilePath : _request.LockFilePath;

    public async Task<NarrationOutcome> RunAsync(CancellationToken cancellation)
    {
        var isLockChanged = false;
        try
        {
            try
            {
                await FindAsync(cancellation).ConfigureAwait(false);
                await SynthesizeAsync(cancellation).ConfigureAwait(false);
            }
            finally
            {
                // Also when cancelled: what is finished is recorded.
                isLockChanged = _takes.Length == _plan.Count && UpdateLock();
            }

            return Conclude(isLockChanged);
        }
        catch
        {
            await CloseAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask CloseAsync()
    {
        if (_store is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync().ConfigureAwait(false);
        }
    }

    private (NarrationLock Locked, IReadOnlyDictionary<string, LockedVoice> Pinned, bool IsSound) ReadLocks()
    {
        try
        {
            var final = LockFile.Read(_request.LockFilePath);
            if (!_settings.IsDraft)
            {
                return (final, final.Voices, true);
            }

            // Drafts have a lock of their own, but a reference that is absent is absent for both.
            var draft = LockFile.Read(_request.DraftLockFilePath);
            var pinned = new Dictionary<string, LockedVoice>(final.Voices, StringComparer.Ordinal);
            foreach (var (name, voice) in draft.Voices)
            {
                pinned[name] = voice;
            }

            return (draft, pinned, true);
        }
        catch (NarrationException error)
        {
            _findings.Report(error.Finding);
            return (NarrationLock.Empty, NarrationLock.Empty.Voices, false);
        }
    }

    private bool Check()
    {
        var isSound = true;
        foreach (var finding in PlanChecks.OfSettings(_settings).Concat(PlanChecks.OfSegments(_plan, _settings)))
        {
            isSound = false;
            _findings.Report(finding);
        }

        foreach (var finding in PlanChecks.OfRetake(_retakes))
        {
            _findings.Report(finding);
        }

        return isSound;
    }

    private IClipStore OpenStore()
    {
        var inUse = _locked.Segments.Values.Select(segment => segment.AudioHash).ToHashSet(StringComparer.Ordinal);
        return _request.OpenStore is { } open
            ? open(inUse, _findings.Report)
            : ClipStore.Open(
                new StoreOptions
                {
                    CachePath = _settings.CachePath,
                    Remote = _settings.RemoteCache,
                    RemoteWrite = _settings.RemoteCacheWrite,
                    LimitGiB = _settings.CacheLimit,
                    AllowNetwork = !_request.IsDesignTime,
                    IsReadOnly = _request.IsDesignTime,
                    Protected = inUse,
                    FallbackPath = _request.IntermediateDirectory,
                },
                _findings.Report);
    }

    private async Task FindAsync(CancellationToken cancellation)
    {
        var finder = new TakeFinder(_store, cancellation);
        _takes = _request.IsDesignTime
            ? [.. _plan.Select(segment => segment.Locked is { } locked ? new SegmentTake(segment, TakeSource.UpToDate, locked) : null)]
            : await finder.FindLockedAsync(_plan).ConfigureAwait(false);
        for (var i = 0; i < _plan.Count; i++)
        {
            if (_plan[i].IsOtherShard)
            {
                _takes[i] = new(_plan[i], TakeSource.OtherShard, _plan[i].Locked);
            }
        }

        if (_settings.LockedMode)
        {
            return;
        }

        var open = Open(index => _takes[index] is null && _plan[index].IsKeyed);
        var found = await finder.FindAsync([.. open.Select(index => _plan[index].Key).Distinct()]).ConfigureAwait(false);
        foreach (var index in open)
        {
            if (found.TryGetValue(_plan[index].Key, out var clip))
            {
                _takes[index] = SegmentTake.Of(_plan[index], clip);
            }
        }
    }

    private async Task SynthesizeAsync(CancellationToken cancellation)
    {
        var retaken = await OrderRetakesAsync(cancellation).ConfigureAwait(false);
        var missing = Open(index => _takes[index] is null);
        var isMaking = !_request.IsDesignTime && _isLockSound && _isPlanSound && !_settings.LockedMode;
        var wanted = !isMaking ? []
            : missing.Where(index => _settings.Missing == MissingMode.Synthesize || _plan[index].IsRetake).Concat(retaken.Keys).ToList();
        if (wanted.Count > 0)
        {
            await MakeAsync(wanted, retaken, cancellation).ConfigureAwait(false);
        }

        foreach (var index in missing)
        {
            // Nothing came of it, or nothing was tried.
            _takes[index] ??= new(_plan[index], Settle(_plan[index], isTried: wanted.Contains(index)));
        }
    }

    /// <summary>The takes that each retake is to replace, by the segment's index; adopts takes that are in a store where only the lock's is missing.</summary>
    private async Task<Dictionary<int, HashSet<string>>> OrderRetakesAsync(CancellationToken cancellation)
    {
        var retaken = new Dictionary<int, HashSet<string>>();
        if (_retakes.IsEmpty || _request.IsDesignTime || !IsWriting && _settings.Shard is null)
        {
            return retaken;
        }

        var indices = Open(index => _takes[index] is { Take: not null } take
            && take.Source != TakeSource.OtherShard
            && (_plan[index].IsRetake || (_retakes.Missing && take.Source == TakeSource.AudioMissing)));
        var found = await new TakeFinder(_store, cancellation).FindAsync([.. indices.Select(index => _plan[index].Key).Distinct()]).ConfigureAwait(false);
        foreach (var index in indices)
        {
            var clip = found.GetValueOrDefault(_plan[index].Key);
            if (!_plan[index].IsRetake && clip is not null)
            {
                _takes[index] = SegmentTake.Of(_plan[index], clip);
                continue;
            }

            var replaced = new HashSet<string>(StringComparer.Ordinal) { _takes[index]!.Take!.AudioHash };
            if (clip is not null)
            {
                replaced.Add(clip.Record.AudioHash);
            }

            retaken[index] = replaced;
        }

        return retaken;
    }

    private async Task MakeAsync(IReadOnlyList<int> wanted, Dictionary<int, HashSet<string>> retaken, CancellationToken cancellation)
    {
        var step = new SynthesisStep(_request, _absence, _findings);
        var orders = step.Choose(new OrderBook(_plan, Rates()).Of(wanted, retaken));
        var made = ImmutableDictionary<string, SegmentTake>.Empty as IReadOnlyDictionary<string, SegmentTake>;
        try
        {
            if (orders.Count > 0)
            {
                var file = new ProgressFile(_request.IntermediateDirectory, _request.Clock);
                TemporaryFolders.Sweep(Path.Combine(_request.IntermediateDirectory, "tmp"), _request.Clock);
                using var sink = new SynthesisSink(orders, _store, _findings, _log, new ProgressMeter(orders.Select(order => order.Request), _request.Clock, file.Publish));
                made = sink.Takes;
                try
                {
                    await step.RunAsync(orders, sink, cancellation).ConfigureAwait(false);
                }
                finally
                {
                    file.Finish();
                    _effort = (sink.WorkerStarts, sink.ModelLoads);
                }
            }
        }
        finally
        {
            foreach (var index in wanted)
            {
                _takes[index] = Settle(_takes[index], made.GetValueOrDefault(_plan[index].Id));
            }
        }
    }

    // A take that could not be replaced stays.
    private static SegmentTake? Settle(SegmentTake? before, SegmentTake? made) => (before, made) switch
    {
        (null, _) => made,
        (_, null) => before with { Source = TakeSource.Failed },
        (_, { Source: TakeSource.Failed }) => before with { Source = TakeSource.Failed, Attempts = made.Attempts },
        _ => made,
    };

    private TakeSource Settle(PlannedSegment segment, bool isTried)
    {
        if (_request.IsDesignTime || (!isTried && _isLockSound && _isPlanSound && !_settings.LockedMode && _settings.Missing == MissingMode.Estimate))
        {
            return TakeSource.Estimated;
        }

        if (!isTried && _isLockSound && _isPlanSound)
        {
            _findings.Report(_settings.LockedMode ? _checks.NotLocked(segment) : TakeChecks.NotSynthesized(segment));
        }

        return TakeSource.Failed;
    }

    private bool UpdateLock()
    {
        if (!IsWriting)
        {
            return false;
        }

        var change = LockUpdate.Of([.. _takes.Select((take, index) => take ?? new SegmentTake(_plan[index], TakeSource.Failed))], _locked, _request.IsOnlyFramework);
        if (change.ApplyTo(_locked).HasSameContent(_locked))
        {
            return false;
        }

        try
        {
            return LockFile.Update(LockPath, change, _settings.LockDirectory);
        }
        catch (NarrationException error)
        {
            _findings.Report(error.Finding);
            return false;
        }
    }

    private NarrationOutcome Conclude(bool isLockChanged)
    {
        var takes = _takes.Select(take => take!).ToArray();
        ReportOpenEnds(takes);
        var manifest = new ManifestBuilder(_request, Rates()).Build(takes);
        var summary = SummaryBuilder.Build(takes, manifest, _effort, _request.Clock.GetElapsedTime(_started));
        Publish(summary, isLockChanged);
        return new(CloseAsync)
        {
            Manifest = manifest,
            Findings = _findings.All,
            Audio = takes.Where(take => take.Take is not null).ToDictionary(
                take => take.Segment.Id, take => new NarrationAudio(take.Take!.AudioHash, take.Path, take.Store), StringComparer.Ordinal),
            IsComplete = !_request.IsDesignTime && !_findings.HasErrors && _settings.Shard is null
                && Array.TrueForAll(takes, take => take is { Take: not null, Source: not (TakeSource.AudioMissing or TakeSource.Failed) }),
            Summary = summary,
            WatchedFiles = [.. new SortedSet<string>([.. _settings.WatchedFiles, _request.LockFilePath, LockPath], StringComparer.Ordinal)],
        };
    }

    private void ReportOpenEnds(SegmentTake[] takes)
    {
        List<PlannedSegment> Of(TakeSource source) => [.. takes.Where(take => take.Source == source).Select(take => take.Segment)];

        if (Of(TakeSource.AudioMissing) is { Count: > 0 } missing)
        {
            _findings.Report(_checks.AudioMissing(missing));
        }

        if (Of(TakeSource.Estimated) is { Count: > 0 } estimated)
        {
            _findings.Report(TakeChecks.Estimated(estimated));
        }

        if (_settings.Shard is { } shard)
        {
            _findings.Report(StoreFindings.ShardRun.At(
                null, $"Shard {shard}: {takes.Length - Of(TakeSource.OtherShard).Count} of {takes.Length} segments are this run's. The lock file is left to the run that gathers all shards."));
        }
    }

    private void Publish(BuildSummary summary, bool isLockChanged)
    {
        if (_request.IsDesignTime || summary.Segments == 0)
        {
            return;
        }

        _log.Line(SummaryBuilder.Line(summary));
        var isIdle = !isLockChanged && summary.UpToDate + summary.AudioMissing == summary.Segments;
        if (isIdle && BuildSummaryFile.Exists(_request.IntermediateDirectory))
        {
            return;
        }

        try
        {
            BuildSummaryFile.Write(_request.IntermediateDirectory, summary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _findings.Report(StoreFindings.OutputNotWritable.At(
                new(Path.Combine(_request.IntermediateDirectory, BuildSummaryFile.FileName)), $"The build's summary cannot be written: {error.Message} Make room or make the folder writable."));
        }
    }

    private SpeechRates Rates() => new(_takes.Where(take => take?.Take is not null).Select(take => (take!.Segment, take.Take!)));

    private List<int> Open(Func<int, bool> isMeant) => [.. Enumerable.Range(0, _plan.Count).Where(isMeant)];
}
