using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Build.Tests;

public sealed class BuildStateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_state_is_read_as_it_was_written()
    {
        var state = State();
        BuildStateFile.Write(_folder["state"], state);
        var read = BuildStateFile.TryRead(_folder["state"]).ShouldNotBeNull();
        read.Inputs.ShouldBe(state.Inputs);
        read.Sources["/a.cs"].Segments.ShouldBe(state.Sources["/a.cs"].Segments);
        read.Sources["/a.cs"].Stamp.ShouldBe(state.Sources["/a.cs"].Stamp);
        read.Watched.ShouldBe(state.Watched);
        read.Outputs.ShouldBe(state.Outputs);
        read.Variables.ShouldBe(state.Variables);
        read.Lock.ShouldBe(state.Lock);
        read.Lengths.ShouldBe(state.Lengths);
        read.Findings.Single().Message.ShouldBe("estimated");
        read.Findings.Single().Place.ShouldBe(state.Findings.Single().Place);
    }

    [Fact]
    public void Half_a_surrogate_pair_survives()
    {
        BuildStateFile.Write(_folder["state"], State("x\ud83d"));
        BuildStateFile.TryRead(_folder["state"])!.Sources["/a.cs"].Segments.Single().Text.ShouldBe("x\ud83d");
    }

    [Fact]
    public void A_damaged_state_is_ignored()
    {
        BuildStateFile.Write(_folder["state"], State());
        var bytes = File.ReadAllBytes(_folder["state"]);
        for (var length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(_folder["state"], bytes[..length]);
            BuildStateFile.TryRead(_folder["state"]).ShouldBeNull();
        }
    }

    [Fact]
    public void A_state_with_a_flipped_bit_anywhere_is_ignored()
    {
        BuildStateFile.Write(_folder["state"], State());
        var bytes = File.ReadAllBytes(_folder["state"]);
        for (var place = 0; place < bytes.Length; place++)
        {
            bytes[place] ^= 0x10;
            File.WriteAllBytes(_folder["state"], bytes);
            BuildStateFile.TryRead(_folder["state"]).ShouldBeNull();
            bytes[place] ^= 0x10;
        }
    }

    [Fact]
    public void The_state_of_another_version_is_ignored()
    {
        BuildStateFile.Write(_folder["state"], State());
        var bytes = File.ReadAllBytes(_folder["state"]);
        bytes[0] ^= 1;
        File.WriteAllBytes(_folder["state"], bytes);
        BuildStateFile.TryRead(_folder["state"]).ShouldBeNull();
    }

    [Fact]
    public void An_edit_of_equal_size_within_a_tick_is_noticed()
    {
        var path = _folder.Write("a.cs", "one");
        var time = File.GetLastWriteTimeUtc(path);
        var source = new SourceState(FileStamp.WithContent(path), FileStamp.Of(path).IsDoubtful(time), []);
        source.Holds(path).ShouldBeTrue();
        File.WriteAllText(path, "two");
        File.SetLastWriteTimeUtc(path, time);
        source.Holds(path).ShouldBeFalse();
    }

    [Fact]
    public void An_older_file_of_equal_size_is_a_different_file()
    {
        var path = _folder.Write("ref.wav", "one");
        var before = FileStamp.WithContent(path);
        var older = _folder.Write("older.wav", "two");
        File.SetLastWriteTimeUtc(older, File.GetLastWriteTimeUtc(path).AddYears(-1));
        File.Move(older, path, overwrite: true);
        FileStamp.WithContent(path).IsSameContent(before).ShouldBeFalse();
    }

    [Fact]
    public void A_touch_alone_does_not_change_the_content()
    {
        var path = _folder.Write("lexicon.txt", "one = two");
        var before = FileStamp.WithContent(path);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddYears(10));
        FileStamp.WithContent(path).IsSameContent(before).ShouldBeTrue();
    }

    private static BuildState State(string text = "Welcome.") =>
        new()
        {
            Inputs = 1,
            Variables = [new("PATH", 2)],
            ParseInputs = 3,
            IsComplete = true,
            HasManifest = true,
            Sources = new Dictionary<string, SourceState>
            {
                ["/a.cs"] = new(
                    new(1, 2, 3),
                    true,
                    PackedSegments.Of(
                        [
                            new()
                            {
                                Id = "Intro.Welcome",
                                Text = text,
                                Place = new("/a.cs", 1, 2, 3, 4),
                                Origin = SegmentOrigin.CSharp,
                                Voice = "guest",
                                Member = "Lesson.Intro.Welcome",
                            },
                        ],
                        new Dictionary<string, int> { ["Lesson.Intro"] = -3 }
                    )
                ),
                ["/b.cs"] = new(FileStamp.Absent, false, []),
            },
            Watched = new Dictionary<string, FileStamp> { ["/.env"] = FileStamp.Absent },
            Outputs = new Dictionary<string, FileStamp> { ["/manifest.json"] = new(4, 5) },
            Lengths = 10,
            Lock = new(new(6, 7, 8), 9),
            Findings = [StoreFindings.Estimated.At(new("/a.cs", 1, 2), "estimated")],
        };
}
