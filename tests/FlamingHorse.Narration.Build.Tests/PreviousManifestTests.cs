using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Build.Tests;

public sealed class PreviousManifestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_length_before_the_last_change_is_kept()
    {
        Build(100, null);
        PreviousManifest.Before(Path).ShouldBeNull();
        Build(200, State(100));
        LengthBefore().ShouldBe(100);
        Build(200, State(200));
        LengthBefore().ShouldBe(100);
        Build(300, State(200));
        LengthBefore().ShouldBe(200);
    }

    [Fact]
    public void Without_a_state_the_file_itself_is_read()
    {
        Build(100, null);
        Build(200, null);
        LengthBefore().ShouldBe(100);
        Build(200, null);
        LengthBefore().ShouldBe(100);
    }

    [Fact]
    public void A_state_is_ignored_for_a_file_that_something_else_wrote()
    {
        Build(100, null);
        var state = State(100);
        Build(150, null);
        Build(100, state);
        LengthBefore().ShouldBe(150);
    }

    [Theory]
    [InlineData("", 200)]
    [InlineData("B", 100)]
    public void A_change_of_length_of_id_or_of_rate_is_noticed(string id, long samples) =>
        PreviousManifest.Lengths(Manifest(samples, id)).ShouldNotBe(PreviousManifest.Lengths(Manifest(100, "")));

    private string Path => _folder[NarrationManifest.FileName];

    private long? LengthBefore() => PreviousManifest.Before(Path)!.Segments.Single().SampleCount;

    private void Build(long samples, BuildState? last)
    {
        PreviousManifest.Keep(Path, Manifest(samples), last);
        File.WriteAllText(Path, ManifestWriter.Write(Manifest(samples)));
    }

    /// <summary>Of a build that left this length.</summary>
    private BuildState State(long samples) =>
        new()
        {
            Inputs = 0,
            Variables = [],
            ParseInputs = 0,
            IsComplete = true,
            HasManifest = true,
            Sources = new Dictionary<string, SourceState>(),
            Watched = new Dictionary<string, FileStamp>(),
            Outputs = new Dictionary<string, FileStamp> { [Path] = FileStamp.Of(Path) },
            Lengths = PreviousManifest.Lengths(Manifest(samples)),
            Lock = new(FileStamp.Absent, 0),
            Findings = [],
        };

    private static NarrationManifest Manifest(long samples, string id = "A") =>
        new()
        {
            RootNamespace = "Lesson",
            ClassName = "Narration",
            Segments =
            [
                new()
                {
                    Id = id,
                    Origin = SegmentOrigin.CSharp,
                    Text = "A.",
                    Spoken = "A.",
                    Voice = "narrator",
                    SampleCount = samples,
                    SampleRate = 24_000,
                    SpeechStart = 0,
                    SpeechEnd = samples,
                    Cues = [],
                },
            ],
        };
}
