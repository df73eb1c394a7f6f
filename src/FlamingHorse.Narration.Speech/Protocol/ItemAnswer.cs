using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Protocol.Speaking;

namespace FlamingHorse.Narration.Speech.Protocol;

/// <summary>Answers for an item of a batch exactly once: with what was made of it, or with a fault.</summary>
/// <param name="channel">The way to the host.</param>
/// <param name="kind">What an item is called in the log.</param>
/// <param name="faultOf">The fault of an exception.</param>
/// <param name="log">What the host shows to whoever looks for a fault.</param>
internal sealed class ItemAnswer(Channel channel, string kind, Func<Exception, Fault> faultOf, TextWriter log)
{
    /// <summary>Never throws.</summary>
    /// <param name="item">As the host sent it.</param>
    /// <param name="progress">Of the batch.</param>
    /// <param name="make">Does the work, and returns what sends its result.</param>
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

        // First, so that no progress of the batch comes after its last answer, when the host has forgotten it.
        progress.End();
        answer();
    }
}
