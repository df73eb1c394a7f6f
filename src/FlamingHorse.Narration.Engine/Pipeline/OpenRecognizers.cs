using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Those who listen in one run; each starts with the first take that it is asked about.</summary>
internal sealed class OpenRecognizers : IAsyncDisposable
{
    private readonly IReadOnlyList<WorkerRecognizer> _recognizers;

    private OpenRecognizers(IReadOnlyList<WorkerRecognizer> recognizers) => _recognizers = recognizers;

    public IReadOnlyList<ITakeChecker> Checkers => _recognizers;

    /// <summary>For takes in the making. Voices that say everything in one way are listened to only where that is required.</summary>
    /// <param name="context">Of the run.</param>
    /// <param name="languages">Of the takes.</param>
    /// <param name="folder">Where takes are laid; exists.</param>
    public static OpenRecognizers ForNewTakes(RunContext context, IEnumerable<string> languages, string folder) =>
        context.Settings.Backend is NeuralVoice.Backend or "system" && context.Settings.Check != CheckMode.Required
            ? new([])
            : For(context, languages, folder);

    /// <summary>All that the settings name.</summary>
    public static OpenRecognizers For(RunContext context, IEnumerable<string> languages, string folder) =>
        new([
            .. new RecognizerChoice(context.Settings, context.Request.ProjectDirectory, context.Request.WorkersDirectory)
                .Choose(languages, context.Findings.Report)
                .Select(setup => new WorkerRecognizer(setup, folder, context.Findings.Report, context.Log.Trace)),
        ]);

    public async ValueTask DisposeAsync()
    {
        foreach (var recognizer in _recognizers)
        {
            await recognizer.DisposeAsync().ConfigureAwait(false);
        }
    }
}
