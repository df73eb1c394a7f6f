using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <content>Handles impossible answers, and stops listening after too many faults.</content>
internal sealed partial class WorkerEars
{
    /// <summary>An impossible answer counts as none; the worker continues to speak.</summary>
    private void Answer(AskedTake asked, WorkerMessage.Heard heard)
    {
        try
        {
            asked.Heard.TrySetResult(HeardMessages.Read(heard, asked.Item, _ready.Likeness, setup.Name));
        }
        catch (RecognizerFailedException lie)
        {
            trace($"{setup.Name}: {lie.Message}");
            asked.Heard.TrySetResult(null);
        }
    }

    private void TurnOff(Finding? finding, string why)
    {
        bool wasOff;
        lock (_gate)
        {
            (wasOff, _isOff, _send) = (_isOff, true, null);
        }

        trace($"{setup.Name}: {why}");
        if (finding is not null && !wasOff)
        {
            report(finding);
        }
    }

    private Finding Failed(string why) =>
        VoiceFindings.RecognizerFailed.At(
            null,
            $"The recognizer '{setup.Name}' shares a worker with the voice, which continues without it: {why.TrimEnd('.')}. Takes that it "
                + $"has not heard are kept and count as not listened to: run CheckNarration when it works, or set NarrationRecognizer=None."
        );
}
