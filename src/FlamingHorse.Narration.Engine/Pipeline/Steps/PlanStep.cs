using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Planning.Recordings;
using FlamingHorse.Narration.Engine.Planning.Voices;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Pipeline.Steps;

/// <summary>The first step: resolves the voices, gives every segment its key, and checks what can be checked so far.</summary>
internal static class PlanStep
{
    public static async Task<RunPlan> RunAsync(RunContext context, LockSession session, CancellationToken cancellation)
    {
        var (request, settings) = (context.Request, context.Settings);
        var backend = BackendRegistry.Find(settings.Backend);
        var retakes = new RetakeSelection(settings.Retake);
        var recordings = new RecordingIndex(request.Recordings);
        var voices = context.Voices(session.Pinned);
        var resolved = await new VoiceResolver(backend, voices)
            .ResolveAsync(request.Segments.Select(segment => Planner.VoiceName(segment, settings)), cancellation)
            .ConfigureAwait(false);
        var segments = new Planner(
            settings,
            request.Lexicon,
            request.Formulas,
            backend.TakesPhonemes,
            resolved,
            session.Content,
            session.Pinned,
            retakes,
            retakes.Failed ? CheckReportFile.ReadRefused(request.IntermediateDirectory) : new HashSet<string>(),
            recordings
        ).Plan(request.Segments);
        var wrong = PlanChecks
            .OfSettings(settings)
            .Concat(PlanChecks.OfVoices(segments, settings, backend))
            .Concat(PlanChecks.OfSegments(segments, settings))
            .Concat(PlanChecks.OfRecordings(recordings, request))
            .ToList();
        foreach (var finding in wrong.Concat(PlanChecks.OfRetake(retakes)))
        {
            context.Findings.Report(finding);
        }

        return new()
        {
            Segments = segments,
            Lock = session,
            Retakes = retakes,
            Backend = backend,
            Voices = voices,
            IsSound = session.IsSound && wrong.TrueForAll(finding => finding.Kind.Severity != FindingSeverity.Error),
        };
    }
}
