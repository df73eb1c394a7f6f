namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>What a build asks of those who listen to takes.</summary>
public enum CheckMode
{
    /// <summary>Whoever is on this machine listens; where nobody is, the build goes on.</summary>
    WhenAvailable,

    /// <summary>A take that nobody listened to, or that is doubtful, is an error.</summary>
    Required,

    /// <summary>Nobody listens.</summary>
    Off,
}
