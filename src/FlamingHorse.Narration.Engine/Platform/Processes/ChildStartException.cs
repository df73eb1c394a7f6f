namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>A program is missing or may not be run.</summary>
internal sealed class ChildStartException(string program, string reason, Exception? cause = null)
    : Exception($"'{program}' {reason}", cause)
{
    public string Program { get; } = program;
}
