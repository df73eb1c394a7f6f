using System.Runtime.InteropServices;
using FlamingHorse.Narration.Speech.Faults;

namespace FlamingHorse.Narration.Speech.Processes;

/// <summary>Whether this machine has what ONNX Runtime needs.</summary>
/// <param name="Runtime">As the package names platforms, such as <c>linux-x64</c>.</param>
/// <param name="IsMusl">Linux with musl instead of glibc.</param>
/// <param name="IsMacOsTooOld">Before macOS 14.</param>
/// <param name="HasLibrary">The native library is beside the program.</param>
/// <param name="HasVisualCppRuntime">True where it isn't needed.</param>
internal sealed record Platform(string Runtime, bool IsMusl, bool IsMacOsTooOld, bool HasLibrary, bool HasVisualCppRuntime)
{
    public const string OtherVoices =
        "Other voices work here: NarrationBackend=system (the voice of the operating system), http (a speech server) or mlx (a cloned "
        + "voice); "
        + "or take finished audio from a shared store.";

    private const string Supported = "win-x64, win-arm64, linux-x64, linux-arm64 (glibc) and osx-arm64 (macOS 14)";

    /// <summary>This machine.</summary>
    public static Platform Current
    {
        get
        {
            // Not RuntimeIdentifier: a runtime that a distribution built names the distribution in it.
            var system =
                OperatingSystem.IsWindows() ? "win"
                : OperatingSystem.IsMacOS() ? "osx"
                : "linux";
            var runtime = $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
            return new(
                runtime,
                RuntimeInformation.RuntimeIdentifier is var built
                    && (built.Contains("musl", StringComparison.Ordinal) || built.StartsWith("alpine", StringComparison.Ordinal)),
                OperatingSystem.IsMacOS() && !OperatingSystem.IsMacOSVersionAtLeast(14),
                LibraryPaths(runtime).Any(File.Exists),
                !OperatingSystem.IsWindows() || CanLoad("msvcp140.dll") && CanLoad("vcruntime140_1.dll", onlyOn: Architecture.X64)
            );
        }
    }

    /// <exception cref="Fault">Something is missing; the message says what, how to get it, and what to use instead.</exception>
    public void Require()
    {
        if (IsMusl)
        {
            throw Refusal(
                $"ONNX Runtime has no library for {Runtime}: it needs glibc, and this system has musl.",
                "Run the build in an image with glibc (Debian, Ubuntu, Fedora)."
            );
        }

        if (IsMacOsTooOld)
        {
            throw Refusal("ONNX Runtime needs macOS 14 or later.", "Update macOS.");
        }

        if (!HasLibrary)
        {
            throw Refusal(
                $"There is no ONNX Runtime library for {Runtime}; the package has {Supported}.",
                "On one of these the package is damaged: delete its folder and restore it."
            );
        }

        if (!HasVisualCppRuntime)
        {
            throw Refusal(
                "The Visual C++ runtime is missing (msvcp140.dll, vcruntime140_1.dll).",
                "Install Microsoft's 'Visual C++ Redistributable', x64 or ARM64 (winget install Microsoft.VCRedist.2015+.x64)."
            );
        }
    }

    private static Fault Refusal(string what, string cure) => new(FaultCode.NoDevice, what, $"{cure} {OtherVoices}");

    /// <summary>The library's possible paths: in a folder per platform in a package, beside the program if it is self-contained.</summary>
    private static IEnumerable<string> LibraryPaths(string runtime)
    {
        var name =
            OperatingSystem.IsWindows() ? "onnxruntime.dll"
            : OperatingSystem.IsMacOS() ? "libonnxruntime.dylib"
            : "libonnxruntime.so";
        return [Path.Combine(AppContext.BaseDirectory, "runtimes", runtime, "native", name), Path.Combine(AppContext.BaseDirectory, name)];
    }

    private static bool CanLoad(string library, Architecture? onlyOn = null) =>
        (onlyOn is { } architecture && architecture != RuntimeInformation.ProcessArchitecture) || NativeLibrary.TryLoad(library, out _);
}
