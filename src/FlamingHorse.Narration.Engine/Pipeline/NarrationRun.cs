using System.Collections.Immutable;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Planning.Recordings;
using FlamingHorse.Narration.Engine.Planning.Voices;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Storage;
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
    private readonly LockSession _lock;
    private readonly long _started;
    private readonly RetakeSelection _retakes;
    private readonly RecordingIndex _recordings;
    private readonly BackendAvailability _absence;
    private readonly TakeChecks _checks;
    private readonly IReadOnlyList<PlannedSegment> _plan;
    private readonly bool _isSound;
    private SegmentTake?[] _takes = [];
    private (int WorkerStarts, int ModelLoads) _effort;

    public NarrationRun(NarrationRequest request, INarrationLog log, CancellationToken cancellation)
    {
        (_request, _settings, _log) = (request, request.Settings, log);
        _started = request.Clock.GetTimestamp();
        _findings = new(log, request.IsDesignTime);
        _lock = new(request, _findings.Report);
        _retakes = new(_settings.Retake);
        _recordings = new(request.Recordings);
        var isProgramHere = request.IsProgramHere ?? (name => Executable.Find(name, _settings.Machine.SearchPath) is not null);
        _absence = new(_settings, isProgramHere);
        _checks = new(request, _lock.Content);
        var voices = new VoiceResolver(_settings, _lock.Pinned, request.ProjectDirectory, isProgramHere);
        _plan = new Planner(_settings, request.Lexicon, voices, _lock.Content, _retakes, _recordings).Plan(request.Segments);
        _isSound = Check() && _lock.IsSound;
        _store = OpenStore(cancellation);
    }

    // A shard knows only its share, and shards on several machines would overwrite each other's lock.
    private bool MayWriteLock => _isSound && !_request.IsDesignTime && !_settings.LockedMode && _settings.Shard is null;

    private bool MayMake => _isSound && !_request.IsDesignTime && !_settings.LockedMode;

    public async Task<NarrationOutcome> RunAsync(CancellationToken cancellation)
    {
        var isLockChanged = false;
        try
        {
            try
            {
                SweepLeftovers();
                var finder = new TakeFinder(_store, cancellation);
                await FindAsync(finder).ConfigureAwait(false);
                await MakeMissingAsync(finder, cancellation).ConfigureAwait(false);
            }
            finally
            {
                // Also when cancelled: what is finished is recorded.
                isLockChanged = UpdateLock(cancellation);
            }

            return Conclude(isLockChanged);
        }
        catch
        {
            await CloseAsync().ConfigureAwait(false);
            throw;
        }
    }

    private void SweepLeftovers()
    {
        if (_request.IsDesignTime)
        {
            return;
        }

        try
        {
            RunFolder.Sweep(_request.IntermediateDirectory, _request.Clock);
            // A change of the lock that was undone leaves nothing to write there.
            TemporaryFileName.Sweep(Path.GetDirectoryName(_request.LockFilePath)!, _request.Clock.GetUtcNow().UtcDateTime);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _log.Trace(
                $"What earlier builds left in {_request.IntermediateDirectory} or beside the lock cannot be looked at: {error.Message}"
            );
        }
    }

    private async ValueTask CloseAsync()
    {
        if (_store is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync().ConfigureAwait(false);
        }
    }

    private bool Check()
    {
        var wrong = PlanChecks
            .OfSettings(_settings)
            .Concat(PlanChecks.OfSegments(_plan, _settings))
            .Concat(PlanChecks.OfRecordings(_recordings, _request))
            .ToList();
        foreach (var finding in wrong.Concat(PlanChecks.OfRetake(_retakes)))
        {
            _findings.Report(finding);
        }

        return wrong.TrueForAll(finding => finding.Kind.Severity != FindingSeverity.Error);
    }

    private IClipStore OpenStore(CancellationToken cancellation) =>
        _request.OpenStore is { } open
            ? open(_lock.AudioInUse, _findings.Report)
            : ClipStore.Open(
                new StoreOptions
                {
                    CachePath = _settings.Cache.Path,
                    Remote = _settings.Cache.Remote,
                    RemoteWrite = _settings.Cache.RemoteWrite,
                    LimitGiB = _settings.Cache.Limit,
                    AllowNetwork = !_request.IsDesignTime,
                    IsReadOnly = _request.IsDesignTime,
                    Protected = _lock.AudioInUse,
                    Copies = _request.Copies,
                    FallbackPath = _request.IntermediateDirectory,
                    Environment = _settings.Machine.Environment.GetValueOrDefault,
                },
                _findings.Report,
                cancellation
            );

    private async Task FindAsync(TakeFinder finder)
    {
        _takes = _request.IsDesignTime
            ? [.. _plan.Select(segment => segment.Locked is { } locked ? new SegmentTake(segment, TakeSource.UpToDate, locked) : null)]
            : await finder.FindLockedAsync(_plan).ConfigureAwait(false);
        foreach (var index in Indices(index => _plan[index].IsOtherShard))
        {
            _takes[index] = new(_plan[index], TakeSource.OtherShard, _plan[index].Locked);
        }

        // A locked build takes what the lock names and nothing else.
        var open = _settings.LockedMode ? [] : Indices(index => _takes[index] is null && _plan[index].IsKeyed);
        var found = await finder.FindAsync([.. open.Select(index => _plan[index].Key).Distinct()]).ConfigureAwait(false);
        foreach (var index in open)
        {
            _takes[index] = found.TryGetValue(_plan[index].Key, out var clip) ? SegmentTake.Of(_plan[index], clip) : null;
        }
    }

    private async Task MakeMissingAsync(TakeFinder finder, CancellationToken cancellation)
    {
        if (_isSound && !_request.IsDesignTime)
        {
            await new RecordingStep(_settings, _plan, _store, _findings).RunAsync(_takes, cancellation).ConfigureAwait(false);
        }

        var wanted = ImmutableHashSet<int>.Empty;
        if (MayMake)
        {
            var replaced = await new RetakeStep(_plan, _retakes, finder).RunAsync(_takes).ConfigureAwait(false);
            wanted =
            [
                .. Indices(index =>
                    _takes[index] is null
                    && _plan[index].Recording is null
                    && (_settings.Missing == MissingMode.Synthesize || _plan[index].IsRetake)
                ),
                .. replaced.Keys,
            ];
            await MakeAsync(wanted, replaced, cancellation).ConfigureAwait(false);
        }

        foreach (var index in Indices(index => _takes[index] is null))
        {
            _takes[index] = new(_plan[index], GiveUp(_plan[index], isTried: wanted.Contains(index)));
        }
    }

    private async Task MakeAsync(
        ImmutableHashSet<int> wanted,
        IReadOnlyDictionary<int, IReadOnlySet<string>> replaced,
        CancellationToken cancellation
    )
    {
        var step = new SynthesisStep(_request, _absence, _findings);
        var orders = wanted.Count == 0 ? [] : step.Choose(new RequestGrouper(_request, _plan, Rates()).Group(wanted, replaced));
        if (orders.Count == 0)
        {
            Settle(wanted, ImmutableDictionary<string, SegmentTake>.Empty);
            return;
        }

        var file = new ProgressFile(_request.IntermediateDirectory, _request.Clock);
        using var sink = new SynthesisSink(
            orders,
            _store,
            _findings,
            _log,
            new ProgressMeter(orders.Select(order => order.Request), _request.Clock, file.Publish)
        );
        try
        {
            await step.RunAsync(orders, sink, cancellation).ConfigureAwait(false);
        }
        finally
        {
            file.Finish();
            _effort = (sink.WorkerStarts, sink.ModelLoads);
            Settle(wanted, sink.Takes);
        }
    }

    // A take that could not be replaced stays.
    private void Settle(IEnumerable<int> wanted, IReadOnlyDictionary<string, SegmentTake> made)
    {
        foreach (var index in wanted)
        {
            var after = made.GetValueOrDefault(_plan[index].Id);
            _takes[index] =
                _takes[index] is { } before && after is null or { Source: TakeSource.Failed }
                    ? before with
                    {
                        Source = TakeSource.Failed,
                        Attempts = after?.Attempts ?? 0,
                    }
                    : after;
        }
    }

    /// <summary>What a segment without a take is in the end; says why, unless that was said when it was tried.</summary>
    private TakeSource GiveUp(PlannedSegment segment, bool isTried)
    {
        if (_request.IsDesignTime || (MayMake && !isTried && _settings.Missing == MissingMode.Estimate))
        {
            return TakeSource.Estimated;
        }

        if (_isSound && !isTried)
        {
            _findings.Report(_settings.LockedMode ? _checks.NotLocked(segment) : TakeChecks.NotSynthesized(segment));
        }

        return TakeSource.Failed;
    }

    private bool UpdateLock(CancellationToken cancellation)
    {
        try
        {
            // A run that ended while it was still looking has nothing to say of any segment.
            return MayWriteLock
                && _takes.Length == _plan.Count
                && _lock.Update(
                    [.. _takes.Select((take, index) => take ?? new SegmentTake(_plan[index], TakeSource.Failed))],
                    cancellation
                );
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
        var report = new RunReport(_request, _log, _findings, _checks);
        report.ReportIncompleteSegments(takes);
        var manifest = new ManifestBuilder(_request, Rates()).Build(takes);
        var summary = SummaryBuilder.Build(takes, manifest, _effort, _request.Clock.GetElapsedTime(_started));
        report.Publish(summary, isLockChanged);
        report.Publish(_lock.Drift);
        return new(CloseAsync)
        {
            Manifest = manifest,
            Findings = _findings.All,
            Audio = takes
                .Where(take => take.Take is not null)
                .ToDictionary(
                    take => take.Segment.Id,
                    take => new NarrationAudio(take.Take!.AudioHash, take.Path, take.Store),
                    StringComparer.Ordinal
                ),
            IsComplete =
                !_request.IsDesignTime
                && !_findings.HasErrors
                && _settings.Shard is null
                && Array.TrueForAll(takes, take => take is { Take: not null, Source: not (TakeSource.AudioMissing or TakeSource.Failed) }),
            Summary = summary,
            Lock = _lock.Final,
            WatchedFiles =
            [
                .. new SortedSet<string>(
                    [
                        .. _settings.WatchedFiles,
                        .. _request.Recordings.Select(recording => recording.Path),
                        _request.LockFilePath,
                        _lock.Path,
                    ],
                    StringComparer.Ordinal
                ),
            ],
        };
    }

    private SpeechRates Rates() => new(_takes.Where(take => take?.Take is not null).Select(take => (take!.Segment, take.Take!)));

    private List<int> Indices(Func<int, bool> isMeant) => [.. Enumerable.Range(0, _plan.Count).Where(isMeant)];
}
