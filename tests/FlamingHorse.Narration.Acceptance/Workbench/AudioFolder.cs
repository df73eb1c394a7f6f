using System.Security.Cryptography;

namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>The clips in a folder beside an app.</summary>
public static class AudioFolder
{
    /// <summary>File name to SHA-256 in lower-case hex; empty when there is no folder.</summary>
    public static IReadOnlyDictionary<string, string> Read(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).ToDictionary(f => Path.GetFileName(f), Hash, StringComparer.Ordinal)
            : new Dictionary<string, string>();

    public static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    /// <summary>Frames of 16 bit mono by the file's own <c>data</c> chunk.</summary>
    public static long SampleCount(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var at = 12;
        while (System.Text.Encoding.ASCII.GetString(bytes, at, 4) != "data")
        {
            at += 8 + BitConverter.ToInt32(bytes, at + 4);
        }

        return BitConverter.ToInt32(bytes, at + 4) / 2;
    }
}
