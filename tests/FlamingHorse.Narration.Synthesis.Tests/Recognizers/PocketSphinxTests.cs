using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Synthesis.Tests.Backends;

namespace FlamingHorse.Narration.Synthesis.Tests.Recognizers;

/// <summary>Times of words by forced alignment, against flite, which knows when it says them.</summary>
[Trait("Needs", Aligner.Needs)]
public sealed class PocketSphinxTests(SpokenByFlite flite) : IClassFixture<SpokenByFlite>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Words_begin_where_flite_says_them()
    {
        var (takes, heard) = await flite.AlignAsync();

        heard.ShouldAllBe(words => words != null);
        var errors = Compare(takes, heard);
        TestContext.Current.TestOutputHelper?.WriteLine(errors.ToString());
        errors.Late.Count.ShouldBeGreaterThan(8 * SpokenByFlite.Sentences.Count);
        errors.Median.ShouldBeLessThanOrEqualTo(20);
        errors.Percentile95.ShouldBeLessThanOrEqualTo(50);
    }

    /// <summary>The aligner shares nothing with the voice. Its own bias is measured on flite's known phones, and taken off.</summary>
    [Fact]
    [Trait("Needs", "the Speech program, built")]
    public async Task The_natural_voices_words_begin_where_an_aligner_finds_them()
    {
        var (known, found) = await flite.AlignAsync();
        var bias = Compare(known, found).Bias;

        var sink = new RecordingSink();
        var options = Requests.Options("neural", _folder) with { SpeechProgram = RelayedSpeech.Program };
        var voice = Requests.Voice("neural", model: "heart");
        var requests = SpokenByFlite.Sentences.Select((text, i) => Requests.For($"s{i:00}", text, voice)).ToList();
        await Synthesizers.Create(options).RunAsync(requests, sink, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(120));
        var takes = sink.Clips.Select(clip => new TakeToCheck(clip, new RawClip(WavFile.Read(clip.Wav.Span)))).ToList();
        await using var aligner = new Aligner(_folder);
        var errors = Compare(takes, await aligner.AlignAsync(takes)).Without(bias);

        TestContext.Current.TestOutputHelper?.WriteLine($"{errors}; the aligner's own {bias} ms are taken off");
        errors.Late.Count.ShouldBeGreaterThan(8 * SpokenByFlite.Sentences.Count);
        errors.Median.ShouldBeLessThanOrEqualTo(25);
        errors.Percentile95.ShouldBeLessThanOrEqualTo(70);
    }

    [Theory]
    [InlineData("The eigenvalue of Koshi's matrix is three.", 7)] // words that no dictionary has
    [InlineData("In 1984 there were 105 of them.", 7)] // a year, and a number with or without "and"
    [InlineData("It isn't 3.5 kg — it's 50% more.", 7)] // a token without a sound is passed over
    [InlineData("Open the URL of the SSML file.", 7)]
    public async Task A_text_is_found_however_the_voice_says_it(string text, int words)
    {
        await using var aligner = new Aligner(_folder);
        var found = (await aligner.AlignAsync(await FliteSpeech.SayAsync("a", text, _folder))).Single().ShouldNotBeNull();
        found.Count.ShouldBe(words);
        found.Zip(found.Skip(1)).ShouldAllBe(pair => pair.First.Token < pair.Second.Token && pair.First.End <= pair.Second.Start);
        aligner.Findings.ShouldBeEmpty();
        Directory.GetFileSystemEntries(aligner.Folder).ShouldBeEmpty();
    }

    /// <summary>Of takes whose words are known, and of which as many were found.</summary>
    private static WordErrors Compare(IReadOnlyList<TakeToCheck> takes, IReadOnlyList<IReadOnlyList<WordTime>?> heard) =>
        WordErrors.Of(
            from pair in takes.Zip(heard)
            let known = pair.First.Clip.Record.Words
            where known is not null && pair.Second is not null && known.Count == pair.Second.Count
            select (known, pair.Second)
        );
}
