using System.Text;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Tests.Locking;

/// <summary>
/// The second form of the lock: written only where something needs it, so that an older package answers FHN3040 there and nowhere else.
/// </summary>
public sealed class LockSchemaTests : IDisposable
{
    private static readonly LockedSegment _segment = new()
    {
        Key = new(new string('a', 64)),
        AudioHash = new('b', 64),
        SampleCount = 48_000,
        SampleRate = 24_000,
        SpeechStart = 2_400,
        SpeechEnd = 43_200,
        Voice = "narrator",
        Model = "heart",
    };

    private readonly TemporaryFolder _folder = new();

    private string LockPath => _folder["narration.lock.json"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_the_first_schema_can_express_is_written_in_it() => Text(_segment).ShouldStartWith("{\n  \"schema\": 1,");

    [Fact]
    public void A_seed_times_of_words_and_a_check_are_written_and_read_back()
    {
        var full = _segment with
        {
            Seed = 4_294_967_295,
            Words = [new(0, 10, 31), new(2, 31, 60)],
            Check = new("heard", "whisper tiny.en"),
        };

        var text = Text(full);

        text.ShouldStartWith("{\n  \"schema\": 2,");
        text.ShouldContain(
            "\"seed\":4294967295,\"words\":[[0,10,31],[2,31,60]],\"check\":{\"verdict\":\"heard\",\"by\":\"whisper tiny.en\"}}"
        );
        Read(text).Segments["Intro"].ShouldBe(full);
        Read(text).HasSameContent(Of(full, 1)).ShouldBeTrue();
    }

    [Fact]
    public void A_pace_is_written_with_its_voice()
    {
        var text = Text(_segment, speed: 0.92);

        text.ShouldStartWith("{\n  \"schema\": 2,");
        Read(text).Voices["narrator"].Speed.ShouldBe(0.92);
    }

    [Fact]
    public void One_of_many_voices_or_segments_with_something_new_is_enough_for_the_second_schema()
    {
        var plain = Of(_segment, 1);

        plain.Schema.ShouldBe(1);
        With(_segment with { Seed = 1 }).Schema.ShouldBe(2);
        With(_segment with { Words = [new(0, 1, 2)] }).Schema.ShouldBe(2);
        With(_segment with { Check = new("heard", "whisper tiny.en") }).Schema.ShouldBe(2);
        (
            plain with
            {
                Voices = new Dictionary<string, LockedVoice>(plain.Voices) { ["quick"] = Of(_segment, 1.2).Voices["narrator"] },
            }
        ).Schema.ShouldBe(2);

        NarrationLock With(LockedSegment other) =>
            plain with
            {
                Segments = new Dictionary<string, LockedSegment>(plain.Segments) { ["Other"] = other },
            };
    }

    [Fact]
    public void Other_times_count_as_a_change()
    {
        var one = Of(_segment with { Words = [new(0, 10, 31)] }, 1);
        one.HasSameContent(Of(_segment with { Words = [new(0, 10, 32)] }, 1)).ShouldBeFalse();
        one.HasSameContent(Of(_segment, 1)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("[[1,10,20],[0,20,30]]")]
    [InlineData("[[0,10,20],[1,5,30]]")]
    [InlineData("[[0,20,10]]")]
    [InlineData("[[0,10]]")]
    [InlineData("[0,10,20]")]
    [InlineData("[[0,10,-20]]")]
    [InlineData("[[0,10,99999999999]]")]
    public void Invalid_words_are_an_error_at_their_line(string words)
    {
        var text = Text(_segment with { Words = [new(0, 10, 20)] }).Replace("[[0,10,20]]", words, StringComparison.Ordinal);
        File.WriteAllText(LockPath, text);

        var finding = Should.Throw<NarrationException>(() => LockFile.Read(LockPath)).Finding;

        finding.Kind.Code.ShouldBe("FHN3003");
        finding.Place!.Line.ShouldBe(7);
    }

    [Fact]
    public void A_newer_schema_is_reported_as_FHN3040()
    {
        File.WriteAllText(LockPath, "{\"schema\": 3}");
        Should.Throw<NarrationException>(() => LockFile.Read(LockPath)).Finding.Kind.Code.ShouldBe("FHN3040");
    }

    private NarrationLock Read(string text)
    {
        File.WriteAllText(LockPath, text);
        return LockFile.Read(LockPath);
    }

    private static string Text(LockedSegment segment, double speed = 1) => Encoding.UTF8.GetString(Of(segment, speed).ToBytes().Span);

    private static NarrationLock Of(LockedSegment segment, double speed) =>
        new()
        {
            Segments = new Dictionary<string, LockedSegment> { ["Intro"] = segment },
            Voices = new Dictionary<string, LockedVoice>
            {
                ["narrator"] = new()
                {
                    Backend = "neural",
                    Model = "heart",
                    Language = "English",
                    Speed = speed,
                },
            },
        };
}
