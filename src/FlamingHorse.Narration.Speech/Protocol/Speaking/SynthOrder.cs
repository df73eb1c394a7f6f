using System.Text.Json;

namespace FlamingHorse.Narration.Speech.Protocol.Speaking;

/// <summary>What the clips of a batch have in common.</summary>
/// <param name="Batch">Number of the batch.</param>
/// <param name="Model">The voice; null: the one of <c>init</c>.</param>
/// <param name="Language">Null: the voice's own.</param>
/// <param name="Speed">1 is the voice's own.</param>
/// <param name="Seed">The seed of the noise.</param>
internal sealed record SynthOrder(long Batch, string? Model, string? Language, double Speed, ulong Seed)
{
    /// <exception cref="InvalidOperationException">A field is of another type.</exception>
    /// <exception cref="FormatException">A number is not whole.</exception>
    public static SynthOrder Parse(JsonElement body) =>
        new(
            body.Integer("batch", 0),
            body.Text("model"),
            body.Text("language"),
            body.Number("speed", 1),
            unchecked((ulong)body.Integer("seed", 0))
        );
}
