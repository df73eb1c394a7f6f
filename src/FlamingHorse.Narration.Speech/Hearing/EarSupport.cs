using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Processes;

namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>
/// Whether this machine has what whisper.cpp needs. This is checked before the library is loaded: without its OpenMP, the library ends the
/// process instead of failing.
/// </summary>
/// <param name="HasLibrary">The native library is beside the program.</param>
/// <param name="HasVectors">The processor has the instructions that the library was built with; true where it was built without.</param>
/// <param name="HasOpenMp">libgomp is there; true where it is not needed.</param>
/// <param name="HasGlibc">Linux's C library is new enough; true where it is not needed.</param>
internal sealed record EarSupport(bool HasLibrary, bool HasVectors, bool HasOpenMp, bool HasGlibc = true)
{
    /// <summary>The finding's code in the host's table.</summary>
    public const string Code = "FHN2060";

    /// <summary>The version that the library needs; <c>build/check_speech_package.py</c> compares it with the package.</summary>
    private static readonly Version _leastGlibc = new(2, 34);

    /// <summary>This machine.</summary>
    public static EarSupport Current =>
        new(
            File.Exists(LibraryPath()),
            RuntimeInformation.ProcessArchitecture != Architecture.X64 || (Avx.IsSupported && Avx2.IsSupported && Fma.IsSupported),
            !OperatingSystem.IsLinux() || NativeLibrary.TryLoad("libgomp.so.1", out _),
            !OperatingSystem.IsLinux() || UnixCalls.GlibcVersion >= _leastGlibc
        );

    /// <summary>Why this machine cannot listen, and the cure; null if it can.</summary>
    public string? Problem =>
        !HasLibrary ? "The package has no Whisper library for this platform; restore it, or use another recognizer (NarrationRecognizer)."
        : !HasVectors ? "Whisper's library needs a processor with AVX2 and FMA; use another recognizer (NarrationRecognizer)."
        : !HasOpenMp ? "Whisper's library needs libgomp.so.1, which is missing: install libgomp1 (Debian, Ubuntu) or libgomp (Fedora)."
        : !HasGlibc ? $"Whisper's library needs glibc {_leastGlibc} or later; use another recognizer (NarrationRecognizer)."
        : null;

    /// <exception cref="Fault">Something is missing.</exception>
    public void Require()
    {
        if (Problem is { } problem)
        {
            throw new Fault(FaultCode.NoDevice, problem);
        }
    }

    private static string LibraryPath()
    {
        var (system, file) =
            OperatingSystem.IsWindows() ? ("win", "whisper.dll")
            : OperatingSystem.IsMacOS() ? ("macos", "libwhisper.dylib")
            : ("linux", "libwhisper.so");
        var platform = $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        return Path.Combine(AppContext.BaseDirectory, "runtimes", platform, file);
    }
}
