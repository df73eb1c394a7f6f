namespace FlamingHorse.Narration.Engine.Model;

/// <summary>The voice of the package FlamingHorse.Narration.Speech, as locks, records and settings name it.</summary>
public static class NeuralVoice
{
    /// <summary>Name of its backend.</summary>
    public const string Backend = "neural";

    /// <summary>Its model where none is named.</summary>
    public const string DefaultModel = "heart";

    /// <summary>The only language of <see cref="DefaultModel"/>.</summary>
    public const string Language = "English";
}
