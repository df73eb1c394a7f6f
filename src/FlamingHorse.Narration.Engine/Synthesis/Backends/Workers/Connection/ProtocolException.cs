namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

/// <summary>A line on the protocol stream that is not a message of the protocol.</summary>
internal sealed class ProtocolException(string message) : FormatException(message);
