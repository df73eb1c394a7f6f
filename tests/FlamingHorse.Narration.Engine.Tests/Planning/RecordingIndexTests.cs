using System.Security.Cryptography;
using FlamingHorse.Narration.Engine.Planning.Recordings;

namespace FlamingHorse.Narration.Engine.Tests.Planning;

public sealed class RecordingIndexTests : IDisposable
{
    private static readonly string _oid = new('a', 64);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_recording_is_named_by_the_hash_of_its_file_and_a_pointer_by_that_of_the_file_it_stands_for()
    {
        var file = new Recording("A", _folder.Write("a.wav", "sound"));
        var pointer = new Recording(
            "B",
            _folder.Write("b.wav", $"version https://git-lfs.github.com/spec/v1\noid sha256:{_oid}\nsize 9\n")
        );
        var absent = new Recording("C", _folder["c.wav"]);
        var index = new RecordingIndex([file, pointer, absent]);

        index.Find("A").ShouldBe(new(file, Convert.ToHexStringLower(SHA256.HashData("sound"u8)), IsHere: true));
        index.Find("b").ShouldBe(new(pointer, _oid, IsHere: false));
        index.Find("C").ShouldBe(new(absent, Hash: null, IsHere: false));
        index.Find("D").ShouldBeNull();
        index.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_recording_that_cannot_be_read_is_an_error_that_names_it()
    {
        var path = Directory.CreateDirectory(_folder["a.wav"]).FullName;
        var index = new RecordingIndex([new("A", path)]);

        index.Find("A").ShouldBe(new(new("A", path), Hash: null, IsHere: false));

        var finding = index.Findings.ShouldHaveSingleItem();
        finding.Kind.Code.ShouldBe("FHN1063");
        finding.Message.ShouldContain(path);
    }

    [Fact]
    public void A_second_recording_of_a_segment_and_one_of_no_segment_are_reported()
    {
        var index = new RecordingIndex([new("A", _folder["a.wav"]), new("a", _folder["b.wav"]), new("B", _folder["c.wav"])]);
        index.Find("A");

        index
            .Findings.Select(finding => finding.Message)
            .Count(message => message.Contains("two recordings", StringComparison.Ordinal))
            .ShouldBe(1);
        index.Findings.Last().Message.ShouldContain("no segment 'B'");
        index.Findings.Count().ShouldBe(2);
    }
}
