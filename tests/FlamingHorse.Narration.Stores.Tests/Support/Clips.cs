using System.Buffers.Binary;
using System.Text;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Storage.Content;

namespace FlamingHorse.Narration.Stores.Tests.Support;

/// <summary>Clips to store: noise with a seed, so that two takes never have the same bytes.</summary>
internal static class Clips
{
    public static ActionKey Key(string name) => new(Digest.HashOf(Encoding.UTF8.GetBytes(name)));

    /// <param name="key">What the clip is for.</param>
    /// <param name="take">Other takes have other bytes and another length.</param>
    /// <param name="samples">Length of take 0.</param>
    public static (ClipRecord Record, byte[] Wav) Make(ActionKey key, int take = 0, int samples = 2_000)
    {
        var random = new Random(
            HashCode.Combine(key.Hex[0], key.Hex[5], key.Hex[9], take) ^ BitConverter.ToInt32(Convert.FromHexString(key.Hex), 0)
        );
        var wav = Wav(samples + take, random);
        return (Record(key, wav), wav);
    }

    public static ClipRecord Record(ActionKey key, byte[] wav) =>
        new()
        {
            Key = key,
            AudioHash = Digest.HashOf(wav),
            AudioBytes = wav.Length,
            SampleRate = 24_000,
            SampleCount = (wav.Length - 44) / 2,
            SpeechStart = 0,
            SpeechEnd = (wav.Length - 44) / 2,
            Voice = "narrator",
            Backend = "system",
            Model = "flite:slt",
            Engine = new Dictionary<string, string> { ["flite"] = "2.2" },
            Seed = 7,
            LoudnessLufs = -18.1,
            Flags = ["long-pause"],
        };

    public static byte[] Wav(int samples, Random random)
    {
        var wav = new byte[44 + (samples * 2)];
        var span = wav.AsSpan();
        random.NextBytes(span[44..]);
        "RIFF"u8.CopyTo(span);
        BinaryPrimitives.WriteUInt32LittleEndian(span[4..], (uint)wav.Length - 8);
        "WAVEfmt "u8.CopyTo(span[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(span[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(span[20..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(span[22..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(span[24..], 24_000);
        BinaryPrimitives.WriteUInt32LittleEndian(span[28..], 48_000);
        BinaryPrimitives.WriteUInt16LittleEndian(span[32..], 2);
        BinaryPrimitives.WriteUInt16LittleEndian(span[34..], 16);
        "data"u8.CopyTo(span[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(span[40..], (uint)samples * 2);
        return wav;
    }
}
