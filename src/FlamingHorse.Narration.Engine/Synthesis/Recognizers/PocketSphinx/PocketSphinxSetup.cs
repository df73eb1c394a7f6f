using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;

/// <summary>Times words by pocketsphinx, in English.</summary>
/// <param name="Files">The program and its model.</param>
/// <param name="Reader">Of words that the dictionary lacks.</param>
internal sealed record PocketSphinxSetup(PocketSphinxFiles Files, WordReader Reader) : RecognizerSetup(PocketSphinxSetup.Recognizer)
{
    public const string Recognizer = "pocketsphinx";

    /// <summary>How it is started, without arguments.</summary>
    public required ChildCommand Command { get; init; }

    public override HeardParts Brings => HeardParts.Words;

    /// <inheritdoc/>
    public override Task<IListener> OpenAsync(string folder, Action<string> trace, CancellationToken cancellation)
    {
        try
        {
            return Files.FindMissing() is { } missing
                ? throw Unavailable(missing)
                : Task.FromResult<IListener>(new PocketSphinxListener(this, folder, PronouncingDictionary.Load(Files.Dictionary), trace));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unavailable($"its dictionary cannot be read: {e.Message}");
        }
    }

    private static RecognizerUnavailableException Unavailable(string why) =>
        new(
            VoiceFindings.RecognizerUnavailable.At(
                null,
                $"The recognizer '{Recognizer}' is not on this machine: {why.TrimEnd('.')}. Word times remain estimates."
            )
        );
}
