using System.Text;

namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>A reference recording for tests: one tone, 24 kHz, 16 bit, mono.</summary>
public static class Sine
{
    private const int Rate = 24000;

    public static void Write(string path, double hertz, int seconds = 5)
    {
        var samples = seconds * Rate;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var output = new BinaryWriter(File.Create(path), Encoding.ASCII);
        output.Write("RIFF"u8);
        output.Write(36 + (samples * 2));
        output.Write("WAVEfmt "u8);
        output.Write(16);
        output.Write((short)1);
        output.Write((short)1);
        output.Write(Rate);
        output.Write(Rate * 2);
        output.Write((short)2);
        output.Write((short)16);
        output.Write("data"u8);
        output.Write(samples * 2);
        for (var i = 0; i < samples; i++)
        {
            output.Write((short)(8000 * Math.Sin(2 * Math.PI * hertz * i / Rate)));
        }
    }
}
