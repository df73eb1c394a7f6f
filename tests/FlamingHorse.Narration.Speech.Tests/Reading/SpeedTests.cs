using System.Diagnostics;
using FlamingHorse.Narration.Speech.Tests.Reading.Support;

namespace FlamingHorse.Narration.Speech.Tests.Reading;

public sealed class SpeedTests(ITestOutputHelper output)
{
    // A tenth of what the network needs for 100 characters (6 s of speech at 80 times real time), with room for the rest of its share.
    private static readonly TimeSpan MostForHundredCharacters = TimeSpan.FromMilliseconds(3);

    [Fact]
    public void Reading_takes_a_small_part_of_the_time_of_the_network()
    {
        var texts = SpeechTestFiles.Table("sentences.tsv").Select(row => row[0]).ToList();
        var characters = texts.Sum(text => text.Length);

        // The best of several runs: the others waited for a busy machine.
        var best = Enumerable.Range(0, 12).Min(_ => TimeReading(texts));
        var hundred = best * 100 / characters;
        output.WriteLine($"{hundred.TotalMicroseconds:0} µs for 100 characters, {characters / best.TotalSeconds:0} characters a second");

        hundred.ShouldBeLessThan(MostForHundredCharacters);
    }

    private static TimeSpan TimeReading(IReadOnlyList<string> texts)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var text in texts)
        {
            SharedReader.Reader.Read(text, []);
        }

        return Stopwatch.GetElapsedTime(start);
    }
}
