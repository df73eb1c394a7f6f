using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;

namespace FlamingHorse.Narration.Speech.Protocol.Listening;

/// <summary>One take that the host wants checked.</summary>
/// <param name="Id">The id for the answer.</param>
/// <param name="Audio">The path of its file.</param>
/// <param name="Text">The text that it should say.</param>
internal sealed record ListenItem(long Id, string Audio, string Text)
{
    /// <exception cref="Fault">It is invalid.</exception>
    public static ListenItem Parse(JsonElement item)
    {
        try
        {
            return new(
                item.GetProperty("id").GetInt64(),
                item.Text("audio") ?? throw new FormatException("it has no 'audio'"),
                item.Text("text") ?? throw new FormatException("it has no text")
            );
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new Fault(FaultCode.BadInput, $"The item cannot be read: {e.Message}");
        }
    }
}
