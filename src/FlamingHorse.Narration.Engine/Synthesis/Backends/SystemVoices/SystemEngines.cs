using FlamingHorse.Narration.Engine.Platform;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

/// <summary>The programs that speak for the operating system.</summary>
public static class SystemEngines
{
    public const string Flite = "flite";
    public const string Espeak = "espeak-ng";
    public const string Say = "say";
    public const string Sapi = "sapi";

    /// <summary>Those that a system may have, the first choice first.</summary>
    public static IReadOnlyList<string> Of(SystemFamily family) =>
        family switch
        {
            SystemFamily.MacOS => [Say],
            SystemFamily.Windows => [Sapi],
            _ => [Flite, Espeak],
        };

    /// <summary>The first of them that this machine has; null when it has none. Starts nothing.</summary>
    /// <param name="isOnPath">Whether a program of this name can be found on PATH.</param>
    /// <param name="family">Whose engines.</param>
    public static string? Find(Func<string, bool> isOnPath, SystemFamily family) =>
        Of(family).FirstOrDefault(engine => isOnPath(Program(engine)));

    /// <summary>What a message says of a machine that has none; a part of a sentence.</summary>
    public static string DescribeAbsence(SystemFamily family) =>
        Of(family) is [var only] ? $"{Program(only)} is not on PATH" : $"neither {string.Join(" nor ", Of(family))} is on PATH";

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
