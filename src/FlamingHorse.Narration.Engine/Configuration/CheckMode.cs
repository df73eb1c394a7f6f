namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>What a build expects of the recognizers that listen to its takes.</summary>
public enum CheckMode
{
    /// <summary>The recognizers of this machine listen; without any, the build goes on.</summary>
    WhenAvailable,

    /// <summary>A take to which no recognizer listened, or that is doubtful, is an error.</summary>
    Required,

    /// <summary>No recognizer is used.</summary>
    Off,
}
