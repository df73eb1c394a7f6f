namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <summary>The program that listens died, hangs, or does not keep to the protocol.</summary>
internal sealed class RecognizerFailedException(string message, Exception? cause = null) : Exception(message, cause);
