namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

/// <summary>A line on the protocol stream that is no message of the protocol.</summary>
internal sealed class ProtocolException(string message) : FormatException(message);
