using FlamingHorse.Narration.Build.Inputs;
using FlamingHorse.Narration.Build.Logging;
using FlamingHorse.Narration.Build.Outputs.Audio;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Publishing.Report;
using FlamingHorse.Narration.Engine.Publishing.Report.Audits;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Mathematics;
using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.Outputs.Report;

/// <summary>From what a build left to the page.</summary>
internal sealed class ReportBuild(IReportParameters task, NarrationSettings settings, MSBuildLog log)
{
    private const string DefaultShare = "5%";

    /// <summary>Returns the page's path.</summary>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var compared = settings.Publishing.CompareModel;
        var share = settings.Publishing.AuditSample ?? (compared is null ? "" : DefaultShare);
        var manifest = ManifestReader.Read(await File.ReadAllTextAsync(task.ManifestFile, cancellation).ConfigureAwait(false));
        var sample = AuditSample.Parse(share);
        var other = compared is not null
            ? await new ComparisonRun(task, log).RunAsync(compared, manifest, sample!, Decided(), cancellation).ConfigureAwait(false)
            : null;
        var store = ClipStore.Open(new() { CachePath = settings.Cache.Path, AllowNetwork = false }, log.Report, cancellation);
        await using var closing = store.ConfigureAwait(false);
        var clips = new PlacedClips(task.IntermediateDirectory, task.OutputDirectory, store, settings.Loudness);
        var content = await ReportBuilder
            .BuildAsync(
                new()
                {
                    Project = task.AssemblyName,
                    Framework = task.TargetFramework,
                    Directory = task.OutputDirectory,
                    Manifest = manifest,
                    Before = PreviousManifest.Before(task.ManifestFile),
                    Lock = LockFile.Read(settings.IsDraft ? Path.Combine(task.IntermediateDirectory, "draft.lock.json") : task.LockFile),
                    Places = SegmentPlaces.Of(task, task.ProjectDirectory),
                    Summary = BuildSummaryFile.Read(task.IntermediateDirectory),
                    Check = CheckReportFile.Read(task.IntermediateDirectory),
                    Settings = settings,
                    Formulas = Formulas(),
                    Store = store,
                    FindAudio = (segment, stop) => FindAudioAsync(clips, segment, stop),
                    Sample = sample,
                    Share = share,
                    Audit = AuditFile.Read(Path.Combine(task.ProjectDirectory, Audit.FileName)),
                    Compared = other,
                },
                cancellation
            )
            .ConfigureAwait(false);
        return await WriteAsync(content, settings.Publishing.EmbedAudio, cancellation).ConfigureAwait(false);
    }

    /// <summary>The build has said already what is wrong in them.</summary>
    private FormulaRules Formulas() =>
        FormulaFiles.Read(
            task.Macros.Select(AbsolutePath),
            Lexicons.Read(task.Lexicons.Select(AbsolutePath), []),
            settings.MathCapitals,
            []
        );

    private string AbsolutePath(ITaskItem file) => Path.GetFullPath(file.ItemSpec, task.ProjectDirectory);

    /// <summary>A comparison's clips were placed by this very run.</summary>
    private ValueTask<string?> FindAudioAsync(PlacedClips clips, ManifestSegment segment, CancellationToken cancellation) =>
        segment.AudioFile?.StartsWith(ComparisonRun.Folder, StringComparison.Ordinal) == true
            ? ValueTask.FromResult<string?>(Path.Combine(task.OutputDirectory, segment.AudioFile))
            : clips.FindAsync(segment, cancellation);

    /// <summary>The lesson's backend, for a comparison whose own lock names none.</summary>
    private NarrationSettings Decided() => BackendChoice.Decide(settings, LockFile.Read(task.LockFile).Voices.Values);

    private async Task<string> WriteAsync(ReportContent content, bool embed, CancellationToken cancellation)
    {
        var page = Path.Combine(task.OutputDirectory, ReportPage.FileName);
        var template = await ReportTemplate.ReadAsync(task.PackageDirectory, cancellation).ConfigureAwait(false);
        Directory.CreateDirectory(task.OutputDirectory);
        var temporary = $"{page}.{Path.GetRandomFileName()}.tmp";
        try
        {
            var file = File.Create(temporary);
            await using (file.ConfigureAwait(false))
            {
                await new ReportPage(template).WriteAsync(file, content, embed, cancellation).ConfigureAwait(false);
            }

            FileReplacement.OfThisSystem.Move(temporary, page);
            return page;
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
