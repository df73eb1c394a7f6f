namespace FlamingHorse.Narration.Build.State;

/// <summary>An environment variable that a build looked at.</summary>
/// <param name="Name">As it was asked for.</param>
/// <param name="Content">Checksum of its value; of one that was not set, a value that none can have.</param>
internal sealed record ConsultedVariable(string Name, uint Content)
{
    public static ConsultedVariable Of(string name) => new(name, Checksum.Of(Environment.GetEnvironmentVariable(name) ?? "\0"));
}
