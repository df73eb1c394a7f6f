namespace FlamingHorse.Narration.Engine.Platform.Files;

/// <summary>A file cannot be replaced, because another program has had it open all the while: a scanner, a player.</summary>
/// <param name="path">Of the file.</param>
/// <param name="cause">What the system said.</param>
public sealed class FileHeldException(string path, Exception cause)
    : IOException($"'{path}' is open in another program and cannot be replaced.", cause);
