namespace FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

/// <summary>The programs that speak for the operating system.</summary>
public static class SystemEngines
{
    public const string Flite = "flite";
    public const string Espeak = "espeak-ng";
    public const string Say = "say";
    public const string Sapi = "sapi";

    /// <summary>The engine that this machine would speak with; null when it has none. Starts nothing.</summary>
    /// <param name="isOnPath">Whether a program of this name can be found on PATH.</param>
    public static string? Find(Func<string, bool> isOnPath)
    {
        if (OperatingSystem.IsMacOS())
        {
            return isOnPath(Say) ? Say : null;
        }

        if (OperatingSystem.IsWindows())
        {
            return isOnPath(SapiEngine.Shell) ? Sapi : null;
        }

        return isOnPath(Flite) ? Flite
            : isOnPath(Espeak) ? Espeak
            : null;
    }

    /// <summary>The program to look for on PATH when this engine is to speak.</summary>
    public static string Program(string engine) => Named(engine)?.Program ?? engine;

    internal static ISystemEngine? Named(string name) =>
        name switch
        {
            Flite => new FliteEngine(),
            Espeak => new EspeakEngine(),
            Say => new SayEngine(),
            Sapi => new SapiEngine(),
            _ => null,
        };
}
