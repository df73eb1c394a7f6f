using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Those who listen in one run; each starts with the first take that it is asked about.</summary>
internal sealed class OpenRecognizers : IAsyncDisposable
{
    private const string SystemBackend = "system";

    private readonly IReadOnlyList<Recognizer> _recognizers;

    private OpenRecognizers(IReadOnlyList<Recognizer> recognizers) => _recognizers = recognizers;

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
        context.Settings.Check == CheckMode.Required ? For(context, languages, voices, folder)
        : context.Settings.Backend == NeuralVoice.Backend ? new([])
        : context.Settings.Backend == SystemBackend ? Open(context, languages, voices, folder, setup => setup.Brings == HeardParts.Words)
        : For(context, languages, voices, folder);

    /// <summary>All that the settings name.</summary>
    public static OpenRecognizers For(RunContext context, IEnumerable<string> languages, IReadOnlyList<Voice> voices, string folder) =>
        Open(context, languages, voices, folder, _ => true);

    private static OpenRecognizers Open(
        RunContext context,
        IEnumerable<string> languages,
        IReadOnlyList<Voice> voices,
        string folder,
        Func<RecognizerSetup, bool> isWanted
    ) =>
        new([
            .. new RecognizerChoice(context.Settings, context.Request.ProjectDirectory, context.Request.WorkersDirectory)
                .Choose(languages, voices, context.Findings.Report)
                .Where(isWanted)
                .Select(setup => new Recognizer(setup, folder, context.Findings.Report, context.Log.Trace)),
        ]);

    public async ValueTask DisposeAsync()
    {
        foreach (var recognizer in _recognizers)
        {
            await recognizer.DisposeAsync().ConfigureAwait(false);
        }
    }
}
