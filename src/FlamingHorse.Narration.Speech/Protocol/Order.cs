using System.Text.Json;

namespace FlamingHorse.Narration.Speech.Protocol;

/// <summary>A message of the host.</summary>
/// <param name="Kind">Its <c>t</c>; null: the line was no message.</param>
/// <param name="Body">The whole object.</param>
/// <param name="Cancellation">Cancelled when the host takes back what it ordered up to now.</param>
/// <param name="Fault">What is wrong with a line that was no message.</param>
internal sealed record Order(string? Kind, JsonElement Body, CancellationToken Cancellation, string Fault = "");
