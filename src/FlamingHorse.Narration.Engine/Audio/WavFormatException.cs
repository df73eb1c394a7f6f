namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>Bytes that are not the WAV file they should be; the message says in what.</summary>
public sealed class WavFormatException(string message) : FormatException(message);
