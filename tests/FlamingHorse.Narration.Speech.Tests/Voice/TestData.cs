using System.Runtime.InteropServices;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

/// <summary>Files of the reference implementation, and the voice beside the program.</summary>
internal static class TestData
{
    public static string VoiceFolder { get; } = Path.Combine(AppContext.BaseDirectory, "Voices", "heart");

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);

    public static float[] Floats(string name) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(PathOf(name))).ToArray();

    /// <summary>Of a WAV file with a header of 44 bytes.</summary>
    public static short[] Samples(string path) => MemoryMarshal.Cast<byte, short>(File.ReadAllBytes(path).AsSpan(44)).ToArray();
}
