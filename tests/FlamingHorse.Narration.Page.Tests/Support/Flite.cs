using System.Collections.Concurrent;
using System.Diagnostics;

namespace FlamingHorse.Narration.Page.Tests.Support;

/// <summary>Real speech for fixtures; each text is spoken once a run.</summary>
internal static class Flite
{
    private static readonly ConcurrentDictionary<(string Text, string Voice), Lazy<byte[]>> Spoken = new();

    public static byte[] Speak(string text, string voice = "slt") => Spoken.GetOrAdd((text, voice), _ => new(() => Run(text, voice))).Value;

    private static byte[] Run(string text, string voice)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.wav");
        try
        {
            using var flite = Process.Start(new ProcessStartInfo("flite", ["-voice", voice, "-t", text, "-o", path]))!;
            flite.WaitForExit(30_000).ShouldBeTrue();
            flite.ExitCode.ShouldBe(0);
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
