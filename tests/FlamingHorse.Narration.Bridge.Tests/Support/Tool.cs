using System.Diagnostics;

namespace FlamingHorse.Narration.Bridge.Tests.Support;

/// <summary>An independent reader of what was written: soxi, ffprobe, ffmpeg.</summary>
internal static class Tool
{
    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.Result);
        return output.Trim();
    }

    /// <summary>Samples of a sound file, as sox counts them.</summary>
    public static long Samples(string path) => long.Parse(Run("soxi", "-s", path), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Start and length of each caption, in milliseconds, as ffprobe reads them.</summary>
    public static IReadOnlyList<(int Start, int Length)> Captions(string path) =>
        [
            .. Run("ffprobe", "-v", "error", "-show_entries", "packet=pts_time,duration_time", "-of", "csv=p=0", path)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(','))
                .Select(parts => (Milliseconds(parts[0]), Milliseconds(parts[1]))),
        ];

    private static int Milliseconds(string seconds) =>
        (int)Math.Round(double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture) * 1000);

    /// <summary>Integrated, in LUFS, as ffmpeg measures it.</summary>
    public static double Loudness(string path)
    {
        var lines = Run(
                "ffmpeg",
                "-v",
                "error",
                "-i",
                path,
                "-af",
                "ebur128=metadata=1,ametadata=print:key=lavfi.r128.I:file=-",
                "-f",
                "null",
                "-"
            )
            .Split('\n');
        return double.Parse(
            lines.Last(line => line.StartsWith("lavfi.r128.I=", StringComparison.Ordinal))[13..],
            System.Globalization.CultureInfo.InvariantCulture
        );
    }
}
