namespace FlamingHorse.Narration.Tests;

/// <summary>Arguments that nothing can be done with are refused by name, before anything happens.</summary>
public class ArgumentTests
{
    private static readonly NarrationSegment _segment = Segments.Seconds("a", 1);
    private static readonly NarrationTimeline _timeline = NarrationTimeline.Sequence(new(), _segment);

    public static TheoryData<string, Action> Nulls =>
        new()
        {
            { "id", () => Create(id: null!) },
            { "text", () => Create(text: null!) },
            { "spokenText", () => Create(spoken: null!) },
            { "voice", () => Create(voice: null!) },
            { "model", () => Create(model: null!) },
            { "captionText", () => _segment.WithCaptionText(null!) },
            { "name", () => _segment.At(null!) },
            { "folder", () => _segment.GetFullPath(null!) },
            { "options", () => NarrationTimeline.Sequence((NarrationTimelineOptions)null!, [_segment]) },
            { "segments", () => NarrationTimeline.Sequence(new(), (IEnumerable<NarrationSegment>)null!) },
            { "next", () => _timeline.Then((NarrationSegment)null!) },
            { "next", () => _timeline.Then((NarrationTimeline)null!) },
            { "segment", () => _ = _timeline[(NarrationSegment)null!] },
            { "stream", () => _timeline.WriteWav((Stream)null!, "folder") },
            { "folder", () => _timeline.WriteWav(Stream.Null, null!) },
            { "path", () => _timeline.WriteWav((string)null!, "folder") },
            { "folder", () => _timeline.WriteWav("track.wav", null!) },
            { "id", () => new NarrationIndex(() => [_segment]).Find(null!) },
            { "weights", () => _timeline.Entries[0].Split(null!) },
        };

    [Theory]
    [MemberData(nameof(Nulls))]
    public void Null_is_refused_by_the_parameters_name(string parameter, Action call) =>
        Should.Throw<ArgumentNullException>(call).ParamName.ShouldBe(parameter);

    [Fact]
    public void A_rate_of_one_sample_a_second_and_no_sample_at_all_are_allowed()
    {
        Segments.Of("a", samples: 0, rate: 1).Duration.ShouldBe(TimeSpan.Zero);
        Should.Throw<ArgumentOutOfRangeException>(() => Segments.Of("a", samples: 0, rate: 0)).ParamName.ShouldBe("sampleRate");
        Should.Throw<ArgumentOutOfRangeException>(() => Segments.Of("a", samples: 1, speechStart: -1)).ParamName.ShouldBe("speechStart");
    }

    private static NarrationSegment Create(
        string id = "a",
        string text = "A.",
        string spoken = "a.",
        string voice = "narrator",
        string model = "heart"
    ) => NarrationSegment.Create(id, text, spoken, 24_000, 24_000, 0, 24_000, false, false, "a.wav", voice, model, "00ff", cues: null);
}
