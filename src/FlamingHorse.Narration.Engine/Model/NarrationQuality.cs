namespace FlamingHorse.Narration.Engine.Model;

/// <summary>Which model is used where a voice names none.</summary>
public enum NarrationQuality
{
    /// <summary>The large model at 12 Hz; its takes go to the lock file.</summary>
    Final,

    /// <summary>The small model at 12 Hz; its takes stay on this machine.</summary>
    Draft,

    /// <summary>The model at 25 Hz.</summary>
    LongForm,
}
