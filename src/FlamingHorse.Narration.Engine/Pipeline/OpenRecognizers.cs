using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers.Mlx;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>The recognizers of one run; each starts with the first take that it is given.</summary>
internal sealed class OpenRecognizers : IAsyncDisposable
{
    private const string SystemBackend = "system";

    private readonly IReadOnlyList<ITakeChecker> _recognizers;

    private OpenRecognizers(IReadOnlyList<ITakeChecker> recognizers) => _recognizers = recognizers;

    public IReadOnlyList<ITakeChecker> Checkers => _recognizers;

    /// <summary>
    /// For takes in the making. Voices that say everything in one way are listened to only where that is required; the operating system's
    /// do not know when they say a word, and are aligned wherever somebody can.
    /// </summary>
    /// <param name="context">Of the run.</param>
    /// <param name="languages">Of the takes.</param>
    /// <param name="voices">Of the takes.</param>
    /// <param name="folder">Where takes are laid; exists.</param>
    public static OpenRecognizers ForNewTakes(
        RunContext context,
        IEnumerable<string> languages,
        IReadOnlyList<Voice> voices,
        string folder
    ) =>
        new([
            .. (HasNothingToHear(context.Settings) ? [] : Choose(context, languages, voices))
                .Where(setup => IsWanted(setup, context.Settings))
                .Select(setup => Open(setup, context, folder, isSpeaking: true)),
        ]);

    /// <summary>All that the settings name, for takes that were made before.</summary>
    public static OpenRecognizers For(RunContext context, IEnumerable<string> languages, IReadOnlyList<Voice> voices, string folder) =>
        new([.. Choose(context, languages, voices).Select(setup => Open(setup, context, folder, isSpeaking: false))]);

    private static IReadOnlyList<RecognizerSetup> Choose(RunContext context, IEnumerable<string> languages, IReadOnlyList<Voice> voices) =>
        new RecognizerChoice(context.Settings, context.Request.ProjectDirectory, context.Request.WorkersDirectory).Choose(
            languages,
            voices,
            context.Findings.Report
        );

    private static bool HasNothingToHear(NarrationSettings settings) =>
        settings.Check != CheckMode.Required && settings.Backend == NeuralVoice.Backend;

    private static bool IsWanted(RecognizerSetup setup, NarrationSettings settings) =>
        settings.Check == CheckMode.Required || settings.Backend != SystemBackend || setup.Brings == HeardParts.Words;

    /// <summary>Where MLX speaks it also listens, in the same process: two of its programs on one device crash.</summary>
    private static ITakeChecker Open(RecognizerSetup setup, RunContext context, string folder, bool isSpeaking) =>
        isSpeaking && setup is ProtocolSetup { Name: MlxRecognizer.Name } ears && context.Settings.Backend == MlxRecognizer.Name
            ? new WorkerEars(ears, folder, context.Findings.Report, context.Log.Trace)
            : new Recognizer(setup, folder, context.Findings.Report, context.Log.Trace);

    public async ValueTask DisposeAsync()
    {
        foreach (var recognizer in _recognizers.OfType<IAsyncDisposable>())
        {
            await recognizer.DisposeAsync().ConfigureAwait(false);
        }
    }
}
