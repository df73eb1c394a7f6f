namespace FlamingHorse.Narration.Speech.Protocol;

/// <summary>A capability that this machine does not allow, and why.</summary>
/// <param name="Name">Its name in <c>caps</c>.</param>
/// <param name="Code">The protocol's error code.</param>
/// <param name="Message">What is missing and how to get it.</param>
internal sealed record MissingCapability(string Name, string Code, string Message);
