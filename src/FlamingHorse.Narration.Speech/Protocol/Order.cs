using System.Text.Json;

namespace FlamingHorse.Narration.Speech.Protocol;

/// <summary>A message from the host.</summary>
/// <param name="Kind">Its <c>t</c>; null if the line was not a message.</param>
/// <param name="Body">The whole object.</param>
/// <param name="Cancellation">Cancelled when the host cancels its earlier requests.</param>
/// <param name="Fault">What is wrong with a line that is not a message.</param>
internal sealed record Order(string? Kind, JsonElement Body, CancellationToken Cancellation, string Fault = "");
