using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Pipeline;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Engine.Publishing.Report;
using FlamingHorse.Narration.Engine.Publishing.Report.Audits;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Build.Outputs.Report;

/// <summary>
/// Has the sample spoken by a second model or voice: the build's own pipeline over fewer segments, with a lock of its own under
/// <c>obj</c>, so that the lesson's takes are not touched and a comparison asked for twice is made once.
/// </summary>
internal sealed class ComparisonRun(IReportParameters task, MSBuildLog log)
{
    /// <summary>Beside the app.</summary>
    public const string Folder = "narration-compare";

    public async Task<ComparedTakes> RunAsync(
        string name,
        NarrationManifest manifest,
        AuditSample sample,
        NarrationSettings settings,
        CancellationToken cancellation
    )
    {
        var isVoice = settings.Voices.ContainsKey(name);
        var folder = Path.Combine(task.IntermediateDirectory, "compare");
        var lockFile = Path.Combine(folder, "compare.lock.json");
        Directory.CreateDirectory(folder);
        var outcome = await new NarrationPipeline()
            .RunAsync(
                new()
                {
                    ProjectDirectory = task.ProjectDirectory,
                    ProjectFile = task.ProjectFile,
                    AssemblyName = task.AssemblyName,
                    RootNamespace = task.RootNamespace,
                    IntermediateDirectory = folder,
                    LockFilePath = lockFile,
                    DraftLockFilePath = lockFile,
                    Settings = isVoice ? Unattended(settings) : WithModel(Unattended(settings), name),
                    Segments =
                    [
                        .. ToCompare(manifest, sample, isVoice ? name : null).Select(s => Again(s, isVoice ? name : s.VoiceAsWritten)),
                    ],
                    IsComparison = true,
                    WorkersDirectory = Path.Combine(task.PackageDirectory, "workers"),
                },
                log,
                cancellation
            )
            .ConfigureAwait(false);
        await using var closing = outcome.ConfigureAwait(false);
        return new(name, isVoice, PutBeside(outcome, settings.Loudness), LockFile.Read(lockFile), BuildSummaryFile.Read(folder));
    }

    /// <summary>The sample, without what the compared voice speaks anyway: that would be compared with itself.</summary>
    /// <param name="manifest">Of the lesson.</param>
    /// <param name="sample">As the page marks it.</param>
    /// <param name="voice">The compared voice; null where models are compared.</param>
    internal static IEnumerable<ManifestSegment> ToCompare(NarrationManifest manifest, AuditSample sample, string? voice)
    {
        var chosen = sample.Choose([.. manifest.Segments.Where(s => !s.IsEstimated).Select(s => s.Id)]);
        return manifest.Segments.Where(s => chosen.Contains(s.Id) && !string.Equals(s.Voice, voice, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Somebody asked for it by name: it is made whatever the project says of missing audio.</summary>
    private static NarrationSettings Unattended(NarrationSettings settings) =>
        settings with
        {
            Missing = MissingMode.Synthesize,
            LockedMode = false,
            Retake = "",
            Shard = null,
            Cache = settings.Cache with { Limit = null },
            RequireAudio = false,
        };

    private static NarrationSettings WithModel(NarrationSettings settings, string model) =>
        settings with
        {
            Defaults = settings.Defaults with { Model = model, SystemModel = model, IsModelFromMachine = false },
            Voices = settings.Voices.ToDictionary(v => v.Key, v => v.Value with { Model = null }, StringComparer.OrdinalIgnoreCase),
        };

    /// <summary>The very text that was spoken; the lexicon has done its work on it.</summary>
    private static ScriptSegment Again(ManifestSegment segment, string? voice) =>
        new()
        {
            Id = segment.Id,
            Text = segment.Text,
            SpokenAs = segment.Spoken,
            Voice = voice,
            Language = segment.LanguageAsWritten,
            Origin = segment.Origin,
            Place = new SourcePlace(""),
        };

    /// <summary>Into a folder of its own beside the app, never published. Returns the manifest that names the copies.</summary>
    private NarrationManifest PutBeside(NarrationOutcome outcome, double? level)
    {
        var relative = $"{Folder}/{task.AssemblyName}";
        var directory = Path.Combine(task.OutputDirectory, Folder, task.AssemblyName);
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }

        Directory.CreateDirectory(directory);
        var segments = new List<ManifestSegment>();
        foreach (var segment in outcome.Manifest.Segments)
        {
            if (outcome.Audio.TryGetValue(segment.Id, out var audio) && audio.Path is not null)
            {
                var file = SegmentId.FileName(segment.Id) + ".wav";
                var (wav, _) = ClipLevel.Apply(File.ReadAllBytes(audio.Path), segment.SpeechStart, segment.SpeechEnd, level);
                File.WriteAllBytes(Path.Combine(directory, file), wav);
                segments.Add(segment with { AudioFile = $"{relative}/{file}" });
            }
        }

        return outcome.Manifest with
        {
            Segments = segments,
        };
    }
}
