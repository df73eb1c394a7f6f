namespace FlamingHorse.Narration.Engine.Model;

/// <summary>The format of finished clips, as it is part of action keys.</summary>
public static class ClipFormat
{
    /// <summary>Part of every action key: raised whenever the same input gives other samples.</summary>
    public const int PostProcessingVersion = 1;

    /// <summary>The container and its samples; their rate is the engine's own.</summary>
    public const string SampleFormat = "wav pcm_s16le mono";
}
