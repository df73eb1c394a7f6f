using System.Buffers.Binary;
using System.Diagnostics;

namespace FlamingHorse.Narration.Script.Tests.Estimates;

/// <summary>Speaks with a voice of the operating system, and measures the clip as the pipeline would cut it.</summary>
internal static class SystemVoice
{
    public static readonly string[] Names = ["flite slt", "flite rms", "espeak-ng en-us"];

    public static TimeSpan Speak(string name, string text)
    {
        var file = Path.Combine(Path.GetTempPath(), $"narration-{Guid.NewGuid():N}.wav");
        try
        {
            var engine = name.Split(' ');
            var start =
                engine[0] == "flite"
                    ? new ProcessStartInfo("flite", ["-voice", engine[1], "-o", file, "-f", "/dev/stdin"])
                    : new ProcessStartInfo("espeak-ng", ["-v", engine[1], "-s", "150", "-w", file, "--stdin"]);
            start.RedirectStandardInput = true;
            using var process = Process.Start(start)!;
            process.StandardInput.Write(text + "\n");
            process.StandardInput.Close();
            process.WaitForExit(TimeSpan.FromSeconds(30)).ShouldBeTrue();
            process.ExitCode.ShouldBe(0);
            return Trimmed(File.ReadAllBytes(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>16-bit mono; speech is what lies within 45 dB of the peak, 100 ms come before and 200 ms after it.</summary>
    private static TimeSpan Trimmed(byte[] wav)
    {
        var rate = BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(24));
        var samples = new int[(wav.Length - 44) / 2];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = Math.Abs((int)BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(44 + 2 * i)));
        var threshold = samples.Max() * Math.Pow(10, -45 / 20.0);
        var first = Array.FindIndex(samples, sample => sample > threshold);
        var last = Array.FindLastIndex(samples, sample => sample > threshold);
        return TimeSpan.FromSeconds((last - first + 1) / (double)rate + 0.3);
    }
}
