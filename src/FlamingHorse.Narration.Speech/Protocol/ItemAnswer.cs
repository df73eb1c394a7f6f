using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Protocol.Speaking;

namespace FlamingHorse.Narration.Speech.Protocol;

/// <summary>Answers an item of a batch exactly once: with its result, or with a fault.</summary>
/// <param name="channel">Sends messages to the host.</param>
/// <param name="kind">What an item is called in the log.</param>
/// <param name="faultOf">The fault of an exception.</param>
/// <param name="log">The log that the host shows when something fails.</param>
internal sealed class ItemAnswer(Channel channel, string kind, Func<Exception, Fault> faultOf, TextWriter log)
{
    /// <summary>Never throws.</summary>
    /// <param name="item">As the host sent it.</param>
    /// <param name="progress">The batch's progress.</param>
    /// <param name="make">Does the work and returns an action that sends its result.</param>
    /// <param name="cancellation">Ends the batch.</param>
    public void Send(JsonElement item, BatchProgress progress, Func<Action> make, CancellationToken cancellation)
    {
        long? id = null;
        Action answer;
        try
        {
            id = item.GetProperty("id").GetInt64();
            cancellation.ThrowIfCancellationRequested();
            progress.Begin();
            answer = make();
        }
        catch (Exception e)
        {
            var fault = id is null ? new Fault(FaultCode.BadInput, "An item has no id.") : faultOf(e);
            if (fault.Code == FaultCode.Internal)
            {
                log.WriteLine($"speech: {kind} {id}: {e}");
            }

            answer = () => channel.SendError(fault, id);
        }

        // First, so that no progress message follows the batch's last answer, after which the host has forgotten the batch.
        progress.End();
        answer();
    }
}
