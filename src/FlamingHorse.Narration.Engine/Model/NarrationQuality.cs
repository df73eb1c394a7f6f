namespace FlamingHorse.Narration.Engine.Model;

/// <summary>Which model speaks where none is named.</summary>
public enum NarrationQuality
{
    /// <summary>The large model at 12 Hz; its takes go to the lock file.</summary>
    Final,

    /// <summary>The small model at 12 Hz; its takes stay on this machine.</summary>
    Draft,

    /// <summary>The model at 25 Hz.</summary>
    LongForm,
}
