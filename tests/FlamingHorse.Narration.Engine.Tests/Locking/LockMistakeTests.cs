using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Tests.Locking;

/// <summary>What merges, editors and disks can make of a lock file is refused at its line.</summary>
public sealed class LockMistakeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string LockPath => _folder["narration.lock.json"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{\n\"schema\": 1,\n\"segments\": {\n\"A\": {}\n}}", 4)]
    [InlineData("{\n\"schema\": 1,\n\"other\": {}}", 3)]
    [InlineData("{\n\"voices\": {}\n}", 3)]
    [InlineData("{ \"schema\": 1 }\n{}", 2)]
    [InlineData("[]", 1)]
    [InlineData("{ \"schema\":\n\"1\" }", 2)]
    [InlineData("{ \"schema\": 1,\n\"segments\": {\n\"A\": 5 } }", 3)]
    public void Each_mistake_is_reported_at_its_line(string content, int line)
    {
        _folder.Write("narration.lock.json", content);

        var finding = Should.Throw<NarrationException>(() => LockFile.Read(LockPath)).Finding;

        finding.Kind.Code.ShouldBe("FHN3003");
        finding.Place!.Line.ShouldBe(line);
    }

    [Theory]
    [InlineData("\"samples\":1000", "\"samples\":0")]
    [InlineData("\"samples\":1000", "\"samples\":10")]
    [InlineData("\"samples\":1000", "\"samples\":-5")]
    [InlineData("\"samples\":1000", "\"samples\":1e3.5")]
    [InlineData("\"speechStart\":100", "\"speechStart\":901")]
    [InlineData("\"rate\":24000", "\"rate\":0")]
    [InlineData("\"audio\":\"000", "\"audio\":\"../")]
    [InlineData("\"samples\":1000", "\"samples\":899")]
    [InlineData("\"speechEnd\":900", "\"speechEnd\":99")]
    [InlineData("\"speechEnd\":900", "\"speechEnd\":1001")]
    [InlineData("\"rate\":24000", "\"rate\":1000001")]
    [InlineData("\"samples\":1000,", "")]
    [InlineData("\"rate\":24000,", "")]
    [InlineData("\"speechStart\":100,", "")]
    [InlineData("\"speechEnd\":900,", "")]
    [InlineData(",\"voice\":\"narrator\"", "")]
    [InlineData(",\"model\":\"m\"", "")]
    [InlineData("\"key\":\"0000000000000000000000000000000000000000000000000000000000000001\",", "")]
    [InlineData("\"audio\":\"0000000000000000000000000000000000000000000000000000000000000001\",", "")]
    [InlineData("\"voice\":", "\"voices\":")]
    [InlineData("\"samples\":1000", "\"samples\":1000,\"seed\":-1")]
    [InlineData("\"samples\":1000", "\"samples\":1000,\"seed\":1.5")]
    [InlineData("\"samples\":1000", "\"samples\":\"1000\"")]
    [InlineData("\"model\":\"m\"", "\"model\":5")]
    public void A_line_that_makes_no_sense_is_refused(string from, string to)
    {
        Update(
            new()
            {
                Voices = SampleLock.Full().Voices,
                Segments = new Dictionary<string, LockedSegment> { ["A"] = SampleLock.Segment(1) },
            }
        );
        var text = File.ReadAllText(LockPath);
        text.ShouldContain(from);
        File.WriteAllText(LockPath, text.Replace(from, to, StringComparison.Ordinal));

        var finding = Should.Throw<NarrationException>(() => LockFile.Read(LockPath)).Finding;

        finding.Kind.Code.ShouldBe("FHN3003");
        finding.Place!.Line.ShouldBe(7);
    }

    [Theory]
    [InlineData("\"topK\":40", "\"topK\":4294967336")]
    [InlineData("\"postProcessing\":", "\"postProcessing\":99999999999,\"postProcessing\":")]
    [InlineData("\"temperature\":0.85", "\"temperature\":1e999")]
    [InlineData("\"loudness\":-18.5", "\"loudness\":-1e999")]
    public void A_number_that_no_voice_can_have_is_refused_and_not_clamped(string from, string to)
    {
        Update(SampleLock.Full());
        var text = File.ReadAllText(LockPath);
        text.ShouldContain(from);
        File.WriteAllText(LockPath, text.Replace(from, to, StringComparison.Ordinal));

        Should.Throw<NarrationException>(() => LockFile.Read(LockPath)).Finding.Kind.Code.ShouldBe("FHN3003");
    }

    [Fact]
    public void An_id_that_a_merge_left_twice_is_refused()
    {
        Update(SampleLock.Full());
        var lines = File.ReadAllLines(LockPath).ToList();
        var index = lines.FindIndex(line => line.StartsWith("    \"A\"", StringComparison.Ordinal));
        lines.Insert(index, lines[index]);
        File.WriteAllLines(LockPath, lines);

        var finding = Should.Throw<NarrationException>(() => LockFile.Read(LockPath)).Finding;

        finding.Message.ShouldContain("\"A\" appears twice");
        finding.Place!.Line.ShouldBe(index + 2);
    }

    [Fact]
    public void Ten_thousand_random_corruptions_never_crash_the_reader()
    {
        Update(SampleLock.Full());
        var sound = File.ReadAllBytes(LockPath);
        var random = new Random(12345);
        for (var i = 0; i < 10_000; i++)
        {
            var bytes = (byte[])sound.Clone();
            for (var flips = random.Next(1, 4); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                LockReader.Read(bytes.AsSpan(0, random.Next(2) == 0 ? bytes.Length : random.Next(bytes.Length)), LockPath);
            }
            catch (NarrationException error)
            {
                error.Finding.Place!.Line.ShouldBeGreaterThan(0);
            }
        }
    }

    private bool Update(LockChange change) => LockFile.Update(LockPath, change, _folder["locks"]) is not null;
}
