using System.Text;
using FlamingHorse.Narration.Speech.Reading;
using FlamingHorse.Narration.Speech.Tests.Reading.Support;

namespace FlamingHorse.Narration.Speech.Tests.Reading;

public sealed class RobustnessTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_128;

    [Fact]
    public void Any_text_is_read_or_its_unread_characters_are_named()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        for (var i = 0; i < 1000; i++)
        {
            CheckReading(RandomText(random));
        }
    }

    [Fact]
    public void Random_ASCII_characters_are_read_or_named()
    {
        output.WriteLine($"seed {Seed + 1}");
        var random = new Random(Seed + 1);
        for (var i = 0; i < 1000; i++)
        {
            CheckReading(string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next(' ', '\u007F'))));
        }
    }

    [Fact]
    public void Naughty_strings_are_read_or_named()
    {
        foreach (var text in NaughtyStrings.All)
        {
            CheckReading(text);
        }
    }

    [Fact]
    public void Readers_on_several_threads_agree()
    {
        var texts = SpeechTestFiles.Table("sentences.tsv").Select(row => row[0]).ToList();
        var alone = texts.Select(SharedReader.Read).ToList();

        var together = texts.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(SharedReader.Read).ToList();

        together.ShouldBe(alone);
    }

    // Letters are never silently left out, what is said stands in the alphabet, and the same text is read alike again.
    private static void CheckReading(string text)
    {
        var read = SharedReader.Reader.Read(text, []);
        var tokens = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (text.EnumerateRunes().Any(Rune.IsLetter))
        {
            (read.Pieces.Count + read.Unread.Count).ShouldBeGreaterThan(0, text);
        }

        foreach (var piece in read.Pieces)
        {
            piece.Words.ShouldNotBeEmpty(text);
            piece.Words.ShouldAllBe(word =>
                word.Word >= 0 && word.Word < tokens && word.Start < word.End && word.End <= piece.Phonemes.Length
            );
            piece.Phonemes.ShouldAllBe(sign => Alphabet.Contains(sign), text);
        }

        read.Unread.ShouldAllBe(token => token.Word >= 0 && token.Word < tokens && token.Text.Length > 0);
        Phonemes(SharedReader.Reader.Read(text, [])).ShouldBe(Phonemes(read));
    }

    private static readonly HashSet<char> Alphabet = System
        .Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(SpeechTestFiles.Voice, "vocab.json")))
        .RootElement.EnumerateObject()
        .Select(sign => sign.Name[0])
        .ToHashSet();

    private static string Phonemes(ReadText read) => string.Join('|', read.Pieces.Select(piece => piece.Phonemes));

    // Code units of all planes, so lone surrogates too; half of them ASCII, so that rules meet them.
    private static string RandomText(Random random)
    {
        var text = new StringBuilder();
        var length = random.Next(1, 60);
        while (text.Length < length)
        {
            _ = random.Next(8) switch
            {
                0 => text.Append((char)random.Next(0x10000)),
                1 => text.Append(new Rune(random.Next(0x10000, 0x110000)).ToString()),
                2 => text.Append((char)random.Next(0xA0, 0x530)),
                3 => text.Append((char)random.Next(0x2000, 0x2C00)),
                4 => text.Append(' '),
                5 => text.Append((char)random.Next('0', ':')),
                _ => text.Append((char)random.Next('!', '\u007F')),
            };
        }

        return text.ToString();
    }
}
