using System.Diagnostics;
using System.Globalization;
using System.Text;
using Whisper.net;
using Whisper.net.LibraryLoader;

// MODEL: loads the model, says "loaded", then listens to files (PCM 16 bit, mono, 24 kHz), one a line, each with the context that it needs.
// An empty line listens to those before it, and is answered with the seconds that whisper.cpp's own calls took, then with each transcript.
RuntimeOptions.RuntimeLibraryOrder = [RuntimeLibrary.Cpu];
using var factory = WhisperFactory.FromPath(args[0], new() { UseGpu = false, DelayInitialization = false });
_ = factory.CreateBuilder();
Console.WriteLine("loaded");
Console.Out.Flush();
var sounds = new List<float[]>();
while (Console.ReadLine() is { } line)
{
    if (line.Length > 0)
    {
        sounds.Add(Read(line));
        continue;
    }

    var clock = Stopwatch.StartNew();
    var transcripts = new List<string>();
    foreach (var sound in sounds)
    {
        transcripts.Add(await HearAsync(sound).ConfigureAwait(false));
    }

    Console.WriteLine(clock.Elapsed.TotalSeconds.ToString("f4", CultureInfo.InvariantCulture));
    transcripts.ForEach(Console.WriteLine);
    Console.Out.Flush();
    sounds.Clear();
}

async Task<string> HearAsync(float[] sound)
{
    var builder = factory
        .CreateBuilder()
        .WithLanguage("english")
        .WithThreads(1)
        .WithNoContext()
        .WithMaxLastTextTokens(0)
        .WithTemperatureInc(0)
        .WithAudioContextSize((int)Math.Ceiling(sound.Length / 16000.0 * 50) + 256);
    var processor = builder.Build();
    await using var _ = processor.ConfigureAwait(false);
    var transcript = new StringBuilder();
    await foreach (var segment in processor.ProcessAsync(sound.AsMemory(), CancellationToken.None).ConfigureAwait(false))
    {
        transcript.Append(segment.Text);
    }

    return transcript.ToString().Trim();
}

// Two of three samples by linear interpolation: good enough to be heard, and outside of what is measured.
static float[] Read(string path)
{
    var file = File.ReadAllBytes(path);
    var count = (file.Length - 44) / 2;
    float At(int i) => i < count ? BitConverter.ToInt16(file, 44 + 2 * i) / 32768f : 0;
    return [.. Enumerable.Range(0, count * 2 / 3).Select(i => i % 2 == 0 ? At(i * 3 / 2) : (At(i * 3 / 2) + At(i * 3 / 2 + 1)) / 2)];
}
