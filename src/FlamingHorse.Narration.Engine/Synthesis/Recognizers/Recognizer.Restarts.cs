using FlamingHorse.Narration.Engine.Model.Findings;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <content>What happens when the program fails.</content>
internal sealed partial class Recognizer
{
    private int _failures;

    /// <summary>Waits longer each time; after the last wait the recognizer is off for the build.</summary>
    private async Task RestartAsync(RecognizerFailedException failure, CancellationToken cancellation)
    {
        if (_listener is { } listener)
        {
            _listener = null;
            await listener.DisposeAsync().ConfigureAwait(false);
        }

        trace($"{setup.Name}: {failure.Message}");
        var waits = setup.Timeouts.Backoff;
        if (_failures++ < waits.Count)
        {
            await Task.Delay(waits[_failures - 1], cancellation).ConfigureAwait(false);
            return;
        }

        _isOff = true;
        report(
            VoiceFindings.RecognizerFailed.At(
                null,
                $"The recognizer '{setup.Name}' failed {_failures} times, most recently because {failure.Message.TrimEnd('.')}. Takes "
                    + $"that it has not heard are kept and count as not listened to: run CheckNarration when it works, or set "
                    + $"NarrationRecognizer=None."
            )
        );
    }
}
