namespace FlamingHorse.Narration.Engine.Pipeline.Progress;

/// <summary>A voice's line of a <see cref="CheckReport"/>.</summary>
/// <param name="Voice">Its name.</param>
/// <param name="Heard">Takes that somebody listened to in this run.</param>
/// <param name="WordErrorRate">Words changed, lost and added, to each word of their texts; 0.02 is the package's goal.</param>
/// <param name="Doubtful">Takes.</param>
/// <param name="Refused">Takes.</param>
public sealed record CheckedVoice(string Voice, int Heard, double WordErrorRate, int Doubtful, int Refused);
