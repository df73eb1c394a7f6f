using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Mlx;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;

/// <summary>The row of <c>PrepareNarration</c> about the aligner, where the settings name it: it is there, and loads its model.</summary>
internal sealed class PocketSphinxCheck(PreparationContext context)
{
    private const string Name = "pocketsphinx";
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(1);

    /// <summary>True if a build would use the aligner, or if it was not named.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        var isNamed = context.Settings.Values.Get(SettingsTable.Recognizer).Contains(Name, StringComparer.OrdinalIgnoreCase);
        if (!isNamed || context.Settings.Check == CheckMode.Off)
        {
            return true;
        }

        var setup = new PocketSphinxChoice(context.Settings, context.ProjectDirectory, context.WorkersDirectory).Describe();
        var problem = setup.Files.FindMissing() ?? await FindProblemAsync(setup, cancellation).ConfigureAwait(false);
        var code = VoiceFindings.RecognizerUnavailable.Code;
        context.Log.Line(new PreparationRow(code, Name, problem is null ? "ok" : "error", problem ?? setup.Files.Program, "").ToString());
        if (problem is not null)
        {
            context.Log.Report(new FindingKind(code, FindingSeverity.Error, Name).At(null, $"{Name}: {problem.TrimEnd('.')}."));
        }

        return problem is null;
    }

    /// <summary>Aligns nothing, which needs the whole model.</summary>
    private async Task<string?> FindProblemAsync(PocketSphinxSetup setup, CancellationToken cancellation)
    {
        using var folder = RunFolder.Make(context.IntermediateDirectory);
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.Path, "control"), "", cancellation).ConfigureAwait(false);
            await File.WriteAllTextAsync(Path.Combine(folder.Path, "words.dict"), "one W AH N\n", cancellation).ConfigureAwait(false);
            var command = setup.Command with
            {
                Arguments =
                [
                    .. (string[])["-hmm", setup.Files.AcousticModel, "-dict", Path.Combine(folder.Path, "words.dict"), "-adcin", "yes"],
                    .. (string[])["-ctl", Path.Combine(folder.Path, "control"), "-fsg", WriteGrammar(folder.Path)],
                ],
            };
            var run = await ChildRun.RunAsync(command, "", _limit, cancellation).ConfigureAwait(false);
            var last = run.Errors[(run.Errors.TrimEnd().LastIndexOf('\n') + 1)..].Trim();
            return run.ExitCode == 0
                ? null
                : $"it ended with code {run.ExitCode}. {last}. Install pocketsphinx and pocketsphinx-en-us again";
        }
        catch (Exception e) when (e is ChildStartException or TimeoutException)
        {
            return e.Message;
        }
    }

    private static string WriteGrammar(string folder)
    {
        var path = Path.Combine(folder, "one.fsg");
        File.WriteAllText(path, "FSG_BEGIN one\nNUM_STATES 2\nSTART_STATE 0\nFINAL_STATE 1\nTRANSITION 0 1 1.0 one\nFSG_END\n");
        return path;
    }
}
