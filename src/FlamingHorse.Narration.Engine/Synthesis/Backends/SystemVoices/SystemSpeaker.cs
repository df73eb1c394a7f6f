using System.Diagnostics;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

/// <summary>The operating system's own voices: one short process a clip, as many at once as there are cores.</summary>
internal sealed class SystemSpeaker(SynthesisOptions options) : ISpeaker
{
    private readonly SystemEngineProbe _probe = new(options.WorkersDirectory, options.TemporaryDirectory, options.Environment);
    private readonly Dictionary<string, ProbedEngine> _engines = new(StringComparer.Ordinal);
    private int _files;

    public int Concurrency => Environment.ProcessorCount;

    /// <summary>Every voice that will be asked for must be there: flite, for one, would speak with another and report success.</summary>
    public async Task PrepareAsync(IReadOnlyList<SynthesisRequest> requests, ISynthesisSink sink, CancellationToken cancellation)
    {
        foreach (var name in requests.Select(request => request.Voice.Engine).Distinct())
        {
            var engine = SystemEngines.Named(name)
                ?? throw new NarrationException(
                    VoiceFindings.EngineVoiceMissing.At(
                        null,
                        $"There is no speech engine '{name}'. Engines: flite, espeak-ng, say (macOS), sapi (Windows)."
                    )
                );
            _engines[name] = await _probe.ProbeAsync(engine, cancellation).ConfigureAwait(false);
        }
    }

    public async Task<RawClip> SpeakAsync(SynthesisRequest request, long seed, CancellationToken cancellation)
    {
        var probed = _engines[request.Voice.Engine];
        var engine = probed.Engine;
        var voice = engine.Choose(request.Voice, request.Language, probed.Voices) ?? throw new NarrationException(Missing(request, probed));
        var output = Path.Combine(options.TemporaryDirectory, $"{engine.Program}-{Interlocked.Increment(ref _files)}.wav");
        try
        {
            var clock = Stopwatch.StartNew();
            var command = _probe.Command(engine, engine.SpeakArguments(voice, output)) with
            {
                Environment = Merge(engine.Variables(voice, output)),
            };
            var limit = TimeSpan.FromSeconds(30) + request.Estimate * 4;
            var run = await ChildRun.RunAsync(command, engine.Input(request.Text), limit, cancellation).ConfigureAwait(false);
            if (run.ExitCode != 0 || !File.Exists(output))
            {
                throw Failed(request, $"ended with code {run.ExitCode} and no speech. {run.Errors}".Trim());
            }

            var file = await File.ReadAllBytesAsync(output, cancellation).ConfigureAwait(false);
            return new RawClip(WavFile.Read(file))
            {
                IsDeterministic = true,
                Elapsed = clock.Elapsed,
                Engine = probed.Versions,
            };
        }
        catch (Exception e) when (e is TimeoutException or WavFormatException)
        {
            throw Failed(request, e.Message);
        }
        catch (ChildStartException e)
        {
            throw new BackendFailedException(SystemEngineProbe.CannotStart(engine, e), e);
        }
        finally
        {
            File.Delete(output);
        }

        NarrationException Failed(SynthesisRequest failed, string how)
        {
            // An engine that cannot write its file says anything or nothing.
            RunFolder.EnsureFreeSpace(options.TemporaryDirectory);
            return new(
                QualityFindings.ClipRejected.At(failed.Place, $"'{failed.Id}': {engine.Program} {how}. Reword the text, or write SpokenAs.")
            );
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Dictionary<string, string> Merge(IReadOnlyDictionary<string, string> variables)
    {
        var merged = _probe.Variables.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in variables)
        {
            merged[name] = value;
        }

        return merged;
    }

    private static Finding Missing(SynthesisRequest request, ProbedEngine probed)
    {
        var wanted =
            request.Voice.Model.Length == 0
                ? $"a voice for {request.Language}"
                : $"the voice '{request.Voice.Model}' for {request.Language}";
        var there = string.Join(", ", probed.Voices.Select(voice => voice.Name));
        return VoiceFindings.EngineVoiceMissing.At(
            request.Place,
            $"{probed.Engine.Program} does not have {wanted}, which '{request.Id}' needs. It has: {there}. Set Model of the "
                + $"NarrationVoice '{request.Voice.Name}' to one of these."
        );
    }
}
