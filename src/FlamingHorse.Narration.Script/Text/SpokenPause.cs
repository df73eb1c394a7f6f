namespace FlamingHorse.Narration.Script.Text;

/// <summary>Silence in what is spoken.</summary>
/// <param name="Token">
/// Index of the white-space token of the spoken text that follows: 0 lengthens the clip's head, the number of tokens its tail.
/// </param>
/// <param name="Milliseconds">Of neighbours together.</param>
public sealed record SpokenPause(int Token, int Milliseconds);
