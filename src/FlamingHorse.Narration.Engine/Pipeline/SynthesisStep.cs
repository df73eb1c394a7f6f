using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Http;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Neural;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Engine.Synthesis.Joining;
using FlamingHorse.Narration.Engine.Synthesis.Voices;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Has the clips made that this machine can make, and reports why the others cannot be.</summary>
/// <param name="context">Of the run, or with findings of its own.</param>
/// <param name="backend">Who speaks.</param>
/// <param name="voices">What that backend may look at.</param>
internal sealed class SynthesisStep(RunContext context, IBackend backend, VoiceContext voices)
{
    private readonly NarrationRequest _request = context.Request;
    private readonly FindingLog _findings = context.Findings;
    private readonly NarrationSettings _settings = context.Settings;

    /// <summary>The clips that this machine can make; for the others it reports why not.</summary>
    public IReadOnlyList<PendingClip> Choose(IReadOnlyList<PendingClip> orders)
    {
        if (backend.FindMissingSetup([.. orders.Select(order => order.Segments[0].Voice!)], voices) is { } tried)
        {
            _findings.Report(BackendAvailability.Describe(orders, tried, voices));
            return [];
        }

        return Possible(orders);
    }

    /// <summary>
    /// Returns when every clip is made, claimed by another build, or given up; the sink knows which. Cancellation throws.
    /// </summary>
    public async Task RunAsync(IReadOnlyList<PendingClip> orders, ISynthesisSink sink, CancellationToken cancellation)
    {
        try
        {
            using var temporary = RunFolder.Make(_request.IntermediateDirectory);
            RunFolder.EnsureFreeSpace(temporary.Path);
            var recognizers = OpenRecognizers.ForNewTakes(
                context,
                orders.Select(order => order.Request.Language),
                [.. orders.Select(order => order.Request.Voice).DistinctBy(voice => voice.Name)],
                temporary.Path
            );
            await using (recognizers.ConfigureAwait(false))
            {
                var options = Options(temporary.Path) with { Checkers = recognizers.Checkers };
                var synthesizer = new JoiningSynthesizer((_request.CreateSynthesizer ?? Synthesizers.Create)(options));
                await synthesizer.RunAsync([.. orders.Select(order => order.Request)], sink, cancellation).ConfigureAwait(false);
            }
        }
        catch (NarrationException error)
        {
            _findings.Report(
                backend.IsNotSetUp(error.Finding, _settings)
                    ? BackendAvailability.Describe(orders, $"{error.Finding.Message} ({error.Finding.Kind.Code})", voices)
                    : error.Finding with
                    {
                        Place = error.Finding.Place ?? orders[0].Request.Place,
                    }
            );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _findings.Report(
                StoreFindings.OutputNotWritable.At(
                    null,
                    $"Synthesis cannot continue: {error.Message} Free some space or make the folder writable; finished segments are kept."
                )
            );
        }
    }

    private List<PendingClip> Possible(IReadOnlyList<PendingClip> orders)
    {
        var possible = new List<PendingClip>(orders.Count);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var order in orders)
        {
            var voice = order.Segments[0].Voice!;
            if (voice.Problem is { } problem)
            {
                if (told.Add(voice.Voice.Name))
                {
                    _findings.Report(problem with { Place = problem.Place ?? order.Request.Place });
                }
            }
            else if (backend.Refuse(order.Request) is { } refusal)
            {
                if (told.Add(refusal.Message))
                {
                    _findings.Report(refusal);
                }
            }
            else
            {
                possible.Add(order);
            }
        }

        return possible;
    }

    private SynthesisOptions Options(string temporary) =>
        new()
        {
            Backend = _settings.Backend,
            Python = _settings.Worker.Python,
            WorkersDirectory = _request.WorkersDirectory,
            WorkerCommand = _settings.Values.Get(WorkerRows.Command),
            SpeechProgram = _settings.Values.Get(NeuralSettings.Program),
            ModelFolders = NeuralModels.Folders(_settings),
            BatchSize = _settings.Worker.BatchSize,
            MemoryLimit = _settings.Worker.MemoryLimit,
            OutOfMemoryModel = _settings.Worker.OutOfMemoryModel,
            AllowDownload = _settings.Worker.AllowDownload,
            Environment = _settings.Machine.Environment,
            WorkerVariables = _settings.Worker.Variables,
            Endpoint = _settings.Values.Get(HttpSettings.Endpoint),
            EndpointDialect = _settings.Values.Get(HttpSettings.Dialect),
            WorkingDirectory = _request.ProjectDirectory,
            TemporaryDirectory = temporary,
            LockDirectory = _settings.Machine.LockDirectory,
        };
}
