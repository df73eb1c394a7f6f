namespace FlamingHorse.Narration.Speech.Faults;

/// <summary>The protocol's error codes that this program uses.</summary>
internal enum FaultCode
{
    /// <summary><c>bad_input</c>: the request cannot be carried out.</summary>
    BadInput,

    /// <summary><c>no_audio</c>: the text has nothing to say.</summary>
    NoAudio,

    /// <summary><c>no_model</c>: a model is missing or damaged.</summary>
    NoModel,

    /// <summary><c>no_device</c>: this machine lacks what the engine needs.</summary>
    NoDevice,

    /// <summary><c>oom</c>.</summary>
    OutOfMemory,

    /// <summary><c>cancelled</c>.</summary>
    Cancelled,

    /// <summary><c>internal</c>.</summary>
    Internal,
}
