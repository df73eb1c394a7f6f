namespace FlamingHorse.Narration.Build.State;

/// <summary>An environment variable that a build looked at.</summary>
/// <param name="Name">As it was asked for.</param>
/// <param name="Content">Checksum of its value; of one that was not set, a value that none can have.</param>
internal sealed record ConsultedVariable(string Name, uint Content)
{
    /// <param name="name">Of the variable.</param>
    /// <param name="environment">As it was when the task began.</param>
    public static ConsultedVariable Of(string name, IReadOnlyDictionary<string, string> environment) =>
        new(name, Checksum.Of(environment.GetValueOrDefault(name, "\0")));
}
