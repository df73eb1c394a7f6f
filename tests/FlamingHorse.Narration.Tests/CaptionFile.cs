using System.Globalization;
using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Tests;

/// <summary>A reader of caption files written from the formats' descriptions, not from the writers.</summary>
internal static partial class CaptionFile
{
    public sealed record Cue(TimeSpan Start, TimeSpan End, string[] Lines)
    {
        public string Text => string.Join(' ', Lines);
    }

    public static List<Cue> ReadSrt(string file)
    {
        var cues = Blocks(file)
            .Select(
                (block, index) =>
                {
                    block[0].ShouldBe((index + 1).ToString(CultureInfo.InvariantCulture));
                    return Read(block[1..], ',');
                }
            )
            .ToList();
        return cues;
    }

    public static List<Cue> ReadWebVtt(string file)
    {
        var blocks = Blocks(file);
        blocks[0].ShouldBe(["WEBVTT"]);
        return [.. blocks.Skip(1).Select(block => Read(block, '.')).Select(cue => cue with { Lines = [.. cue.Lines.Select(Unescape)] })];
    }

    private static List<string[]> Blocks(string file) =>
        [.. file.Split("\n\n").Select(block => block.Trim('\n')).Where(block => block.Length > 0).Select(block => block.Split('\n'))];

    private static Cue Read(string[] block, char separator)
    {
        var times = TimeLine().Match(block[0]);
        times.Success.ShouldBeTrue(block[0]);
        block.Length.ShouldBeGreaterThan(1);
        foreach (var line in block[1..])
        {
            line.ShouldNotContain("-->");
        }

        return new Cue(Time(times.Groups[1].Value), Time(times.Groups[2].Value), block[1..]);

        TimeSpan Time(string text)
        {
            text[^4].ShouldBe(separator);
            var parts = text.Split(':', ',', '.').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
            return new TimeSpan(0, parts[0], parts[1], parts[2], parts[3]);
        }
    }

    private static string Unescape(string line)
    {
        Regex.Replace(line, "&(amp|lt|gt);", "").ShouldNotContain("&");
        line.ShouldNotContain("<");
        line.ShouldNotContain(">");
        return line.Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(\d{2,}:\d\d:\d\d[,.]\d{3}) --> (\d{2,}:\d\d:\d\d[,.]\d{3})$")]
    private static partial Regex TimeLine();
}
