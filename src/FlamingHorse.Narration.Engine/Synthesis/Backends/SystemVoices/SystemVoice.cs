namespace FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

/// <summary>A voice that an engine has.</summary>
/// <param name="Name">As it is asked for.</param>
/// <param name="Language">Code or name as the engine prints it; empty when it prints none.</param>
/// <param name="OtherName">A second name by which it may be asked for.</param>
internal sealed record SystemVoice(string Name, string Language = "", string OtherName = "")
{
    public bool IsNamed(string name) =>
        string.Equals(name, Name, StringComparison.OrdinalIgnoreCase) || string.Equals(name, OtherName, StringComparison.OrdinalIgnoreCase);
}
