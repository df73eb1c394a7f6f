using System.Globalization;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Synthesis.Tests.Processes;

namespace FlamingHorse.Narration.Synthesis.Tests.Recognizers;

/// <summary>Sentences said by flite, which tells when each of its phones begins.</summary>
internal static class FliteSpeech
{
    private const string Pause = "pau";

    /// <summary>
    /// The take as it would be stored, its record with the words that flite knows; none where a word has another number of phones in the
    /// sentence than alone, so that nobody knows where it begins.
    /// </summary>
    public static async Task<TakeToCheck> SayAsync(string id, string sentence, TemporaryFolder folder)
    {
        var file = folder[$"{id}.wav"];
        var phones = await RunAsync(sentence + "\n", "-psdur", file);
        var raw = new RawClip(WavFile.Read(await File.ReadAllBytesAsync(file)))
        {
            IsDeterministic = true,
            Words = await WordsAsync(sentence, phones[0]),
        };
        var request = Requests.For(id, sentence, Requests.Voice("system", "flite"), raw.Signal.Duration.TotalSeconds);
        return new TakeToCheck(new ClipJudge().Judge(request, raw, 1).Clip!, raw);
    }

    private static async Task<IReadOnlyList<RawWord>?> WordsAsync(string sentence, string phones)
    {
        var ends = phones.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(phone => phone.Split(':')).ToList();
        var said = ends.Select((phone, i) => (Name: phone[0], Start: i == 0 ? 0 : Seconds(ends[i - 1][1]), End: Seconds(phone[1])))
            .Where(phone => phone.Name != Pause)
            .ToList();
        var words = sentence.Split(' ');
        var alone = await RunAsync(string.Concat(words.Select(word => word.Trim('.', ',', '?') + ".\n\n")), "-ps", "none");
        var counts = alone.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(phone => phone != Pause)).ToList();
        if (counts.Count != words.Length || counts.Sum() != said.Count)
        {
            return null;
        }

        var firsts = counts.Select((_, i) => counts.Take(i).Sum()).ToList();
        return [.. firsts.Select((first, i) => new RawWord(i, said[first].Start, said[first + counts[i] - 1].End))];
    }

    private static double Seconds(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<string>> RunAsync(string text, string what, string output)
    {
        var command = Commands.Plain("flite", "-voice", "slt", "-f", "/dev/stdin", what, "-o", output);
        var run = await ChildRun.RunAsync(command, text, TimeSpan.FromSeconds(30), CancellationToken.None);
        run.ExitCode.ShouldBe(0);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
