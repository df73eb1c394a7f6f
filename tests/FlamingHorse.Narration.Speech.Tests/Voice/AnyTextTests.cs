using System.Text;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Tests.Reading.Support;
using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

/// <summary>The whole voice, reading included, on texts that nobody would write.</summary>
public sealed class AnyTextTests(ITestOutputHelper output)
{
    private const int Seed = 1915;

    /// <summary>250 in a plain run, a thousand with <c>NARRATION_SOAK=1</c>.</summary>
    [Fact]
    public void Random_texts_are_spoken_or_refused()
    {
        var random = new Random(Seed);
        var texts = Enumerable.Range(0, Soak.Rounds(250, 1000)).Select(_ => RandomText(random)).ToList();
        var (spoken, silent) = SpeakAll(texts);

        output.WriteLine($"seed {Seed}: {spoken} spoken, {silent} without a sound");
        spoken.ShouldBeGreaterThan(texts.Count / 2);
    }

    /// <summary>A third of them in a plain run, all with <c>NARRATION_SOAK=1</c>.</summary>
    [Fact]
    public void Naughty_strings_are_spoken_or_refused()
    {
        var step = NaughtyStrings.All.Count / Soak.Rounds(NaughtyStrings.All.Count / 3, NaughtyStrings.All.Count);
        var texts = NaughtyStrings.All.Where((_, i) => i % step == 0).ToList();
        var (spoken, silent) = SpeakAll(texts);

        output.WriteLine($"{spoken} spoken, {silent} without a sound");
        NaughtyStrings.All.Count.ShouldBeGreaterThan(550);
        spoken.ShouldBeGreaterThan(texts.Count * 3 / 5); // most others are in scripts that an English voice does not read
    }

    [Fact]
    public void A_text_of_5000_characters_is_one_clip_with_its_words_in_order()
    {
        var text = string.Join(' ', Enumerable.Repeat(ReferenceItem.All, 10).SelectMany(items => items).Select(item => item.Text))[..5000];

        var clip = SharedVoice.Speaker.Speak(new(text, [], 1, 1), _ => { }, default);

        output.WriteLine($"{clip.Samples.Length / 24000.0:f1} s, {clip.Words.Count} words");
        clip.Words.Count.ShouldBe(text.Split(' ').Length);
        ShouldSound(clip, text);
    }

    [Fact]
    public void A_long_text_without_a_mark_is_spoken()
    {
        var text = string.Join(' ', Enumerable.Repeat("the matrix of a linear map has one column for each vector of the basis", 15));

        ShouldSound(SharedVoice.Speaker.Speak(new(text, [], 1, 1), _ => { }, default), text);
    }

    /// <summary>None crashes, and none is a clip without a sound.</summary>
    private static (int Spoken, int Silent) SpeakAll(IReadOnlyCollection<string> texts)
    {
        var (spoken, silent) = (0, 0);
        Parallel.ForEach(texts, text =>
        {
            try
            {
                var clip = SharedVoice.Speaker.Speak(new(text, [], 1, 1), _ => { }, default);
                ShouldSound(clip, text);
                Interlocked.Increment(ref spoken);
            }
            catch (Fault fault) when (fault.Code == FaultCode.NoAudio)
            {
                Interlocked.Increment(ref silent);
            }
            catch (Exception e) when (e is not ShouldAssertException)
            {
                throw new InvalidOperationException($"seed {Seed}: {Escape(text)}", e);
            }
        });
        return (spoken, silent);
    }

    private static void ShouldSound(Clip clip, string text)
    {
        var last = (double)clip.SpeechStart / clip.SampleRate - 1e-4;
        foreach (var word in clip.Words)
        {
            word.Start.ShouldBeGreaterThanOrEqualTo(last, Escape(text));
            word.End.ShouldBeGreaterThan(word.Start, Escape(text));
            last = word.End;
        }

        last.ShouldBeLessThanOrEqualTo((double)clip.Samples.Length / clip.SampleRate + 1e-4, Escape(text));
        clip.Words.Count.ShouldBeGreaterThan(0, Escape(text));
        var peak = 0;
        foreach (var sample in clip.Samples)
        {
            peak = Math.Max(peak, Math.Abs((int)sample));
        }

        peak.ShouldBeGreaterThan(300, Escape(text));
    }

    private static string RandomText(Random random)
    {
        var text = new StringBuilder();
        var length = random.Next(1, 40);
        for (var i = 0; i < length; i++)
        {
            _ = random.Next(6) switch
            {
                0 => text.Append((char)random.Next(0x20, 0x7F)),
                1 => text.Append((char)random.Next('a', 'z' + 1)),
                2 => text.Append("0123456789.,:-/$%'’\"()—…"[random.Next(24)]),
                3 => text.Append((char)random.Next(0, 0x10000)), // halves of surrogate pairs, too
                4 => text.Append(char.ConvertFromUtf32(random.Next(0x1F300, 0x1FAFF))),
                _ => text.Append(' ').Append(_words[random.Next(_words.Length)]).Append(' '),
            };
        }

        return text.ToString();
    }

    private static readonly string[] _words = ["matrix", "Dr.", "1999", "isn't", "NASA", "co-op", "3.5", "x²", "St.", "the"];

    private static string Escape(string text) => string.Concat(text.Select(c => c is >= ' ' and <= '~' ? $"{c}" : $"\\u{(int)c:X4}"));
}
