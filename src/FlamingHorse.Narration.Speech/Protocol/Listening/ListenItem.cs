using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;

namespace FlamingHorse.Narration.Speech.Protocol.Listening;

/// <summary>One take that the host asks about.</summary>
/// <param name="Id">Under which it is answered.</param>
/// <param name="Audio">Its file.</param>
/// <param name="Text">What it is to say.</param>
internal sealed record ListenItem(long Id, string Audio, string Text)
{
    /// <exception cref="Fault">It means nothing.</exception>
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
