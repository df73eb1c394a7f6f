namespace FlamingHorse.Narration.Speech.Protocol;

/// <summary>What this program could do on another machine, and why not on this one.</summary>
/// <param name="Name">As in <c>caps</c>.</param>
/// <param name="Code">Of the protocol's errors.</param>
/// <param name="Message">What is missing, how to get it.</param>
internal sealed record MissingCapability(string Name, string Code, string Message);
