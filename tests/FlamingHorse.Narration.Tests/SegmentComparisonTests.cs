using FlamingHorse.Narration.HotReload;

namespace FlamingHorse.Narration.Tests;

/// <summary>What an edit may leave as it was for a running app to keep its segment.</summary>
public class SegmentComparisonTests
{
    private static readonly NarrationSegment _before = Create();

    public static TheoryData<string, NarrationSegment> Edits =>
        new()
        {
            { "id", Create(id: "b") },
            { "text", Create(text: "Another.").WithCaptionText("A.") },
            { "caption", Create().WithCaptionText("Another.") },
            { "spoken text", Create(spoken: "b") },
            { "samples", Create(samples: 24_001) },
            { "sample rate", Create(rate: 22_050) },
            { "start of speech", Create(from: 241) },
            { "end of speech", Create(to: 20_001) },
            { "estimate", Create(isEstimated: true, file: null, hash: null) },
            { "draft", Create(isDraft: true) },
            { "file", Create(file: "b.wav") },
            { "hash", Create(hash: "ff00") },
            { "voice", Create(voice: "guest") },
            { "model", Create(model: "other") },
            { "cues", Create(cue: 2) },
            { "words", Create(words: "10+41") },
        };

    [Fact]
    public void A_segment_made_again_alike_is_unchanged() => SegmentComparison.IsUnchanged(_before, Create()).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_segment_with_anything_else_in_it_is_changed(string changed, NarrationSegment after) =>
        SegmentComparison.IsUnchanged(_before, after).ShouldBeFalse(changed);

    [Fact]
    public void An_estimate_is_changed_by_its_estimate_alone()
    {
        // Estimates have neither file nor hash, which would tell the two apart as well.
        var before = Create(file: null, hash: null);

        SegmentComparison.IsUnchanged(before, Create(isEstimated: true, file: null, hash: null)).ShouldBeFalse();
    }

    private static NarrationSegment Create(
        string id = "a",
        string text = "A.",
        string spoken = "a",
        long samples = 24_000,
        int rate = 24_000,
        long from = 240,
        long to = 20_000,
        bool isEstimated = false,
        bool isDraft = false,
        string? file = "a.wav",
        string voice = "narrator",
        string model = "heart",
        string? hash = "00ff",
        double cue = 1,
        string words = "10+40"
    ) =>
        NarrationSegment.Create(
            id,
            text,
            spoken,
            samples,
            rate,
            from,
            to,
            isEstimated,
            isDraft,
            file,
            voice,
            model,
            hash,
            [new NarrationCue("row", TimeSpan.FromSeconds(cue), IsEstimated: false)],
            words,
            captionWords: null
        );
}
