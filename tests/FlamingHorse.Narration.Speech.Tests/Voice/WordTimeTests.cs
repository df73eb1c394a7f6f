using System.Diagnostics;
using System.Globalization;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

/// <summary>
/// The voice's word times against pocketsphinx, which shares nothing with it. Its own bias is measured first, on flite's known phones, and
/// taken off.
/// </summary>
public sealed class WordTimeTests : IDisposable
{
    private static readonly string[] _tools = ["python3", "pocketsphinx_batch", "sox", "flite"];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Words_of_forty_sentences_begin_where_an_aligner_hears_them()
    {
        if (_tools.FirstOrDefault(tool => !IsOnPath(tool)) is { } missing)
        {
            Assert.Skip($"{missing} is not on the path (Debian: pocketsphinx, pocketsphinx-en-us, sox, flite).");
        }

        var sentences = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Data", "aligned-sentences.txt"));
        sentences.Length.ShouldBe(40);
        var (judge, voice) = (_folder["flite"], _folder["voice"]);
        Write(judge, sentences);
        Write(voice, sentences);

        var known = await RunAsync("--flite", judge);
        var bias = Differences(known, await RunAsync(judge));
        var offset = Median(bias);
        var spread = bias.Select(difference => Math.Abs(difference - offset)).Order().ToList();
        Print("pocketsphinx on flite's known phones", bias.Count, offset, spread);
        bias.Count.ShouldBeGreaterThan(300);
        Percentile(spread, 95).ShouldBeLessThan(0.05); // a judge who is worse than that is none

        var said = Speak(voice, sentences);
        var differences = Differences(said, await RunAsync(voice));
        var errors = differences.Select(difference => Math.Abs(difference - offset)).Order().ToList();
        Print("the voice's words", differences.Count, Median(differences) - offset, errors);
        differences.Count.ShouldBeGreaterThan(340);
        Percentile(errors, 50).ShouldBeLessThanOrEqualTo(0.025);
        Percentile(errors, 95).ShouldBeLessThanOrEqualTo(0.070);
    }

    private static Dictionary<string, double[]> Speak(string folder, string[] sentences)
    {
        var starts = new Dictionary<string, double[]>(StringComparer.Ordinal);
        for (var i = 0; i < sentences.Length; i++)
        {
            var clip = WholeVoice.Speaker.Speak(new(sentences[i], [], 1, Seed: 1), _ => { }, default);
            File.WriteAllBytes(Path.Combine(folder, Name(i) + ".wav"), clip.File.ToArray());
            starts[Name(i)] = [.. clip.Words.Select(word => word.Start)];
        }

        return starts;
    }

    private static void Write(string folder, string[] sentences)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < sentences.Length; i++)
        {
            File.WriteAllText(Path.Combine(folder, Name(i) + ".txt"), sentences[i]);
        }
    }

    private static string Name(int index) => $"s{index:00}";

    /// <summary>What the second heard less what the first knows, word by word.</summary>
    private static List<double> Differences(Dictionary<string, double[]> known, Dictionary<string, double[]> heard) =>
        [
            .. known
                .Where(clip => heard.TryGetValue(clip.Key, out var starts) && starts.Length == clip.Value.Length)
                .SelectMany(clip => clip.Value.Zip(heard[clip.Key], (knows, hears) => hears - knows)),
        ];

    private static double Median(IEnumerable<double> values) => Percentile([.. values.Order()], 50);

    private static double Percentile(List<double> ordered, int percent) =>
        ordered[Math.Min(ordered.Count - 1, ordered.Count * percent / 100)];

    private static void Print(string what, int words, double offset, List<double> errors) =>
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {words} words, {offset * 1000:0} ms, median {Percentile(errors, 50) * 1000:0} ms, p95 "
                    + $"{Percentile(errors, 95) * 1000:0} ms around it"
            )
        );

    private static bool IsOnPath(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));

    private static async Task<Dictionary<string, double[]>> RunAsync(params string[] arguments)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Data", "align.py");
        using var run = Process.Start(new ProcessStartInfo("python3", [script, .. arguments]) { RedirectStandardOutput = true })!;
        var output = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        run.ExitCode.ShouldBe(0);
        return output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .ToDictionary(
                fields => fields[0],
                fields => fields.Skip(1).Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray(),
                StringComparer.Ordinal
            );
    }
}
