using System.Globalization;
using System.Text.Json;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Tests.Locking;

public sealed class LockFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string LockPath => _folder["narration.lock.json"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_written_is_read_back()
    {
        Update(Full());

        var read = LockFile.Read(LockPath);

        read.Voices.ShouldBe(Full().Voices, ignoreOrder: true);
        read.Segments.ShouldBe(Full().Segments, ignoreOrder: true);
    }

    [Theory]
    [InlineData(1_000, 24_000, 0, 1_000)]
    [InlineData(1, 1, 0, 0)]
    [InlineData(1, 1_000_000, 1, 1)]
    [InlineData(1_000, 24_000, 500, 500)]
    public void The_smallest_and_the_largest_of_each_number_are_read_back(long samples, int rate, long start, long end)
    {
        var take = Segment(1) with { SampleCount = samples, SampleRate = rate, SpeechStart = start, SpeechEnd = end, Seed = 0 };
        var voice = Full().Voices["narrator"] with { Sampling = new(0, 0, 0, 0), Cut = new(TimeSpan.Zero, TimeSpan.Zero) };

        Update(
            new()
            {
                Voices = new Dictionary<string, LockedVoice> { ["narrator"] = voice },
                Segments = new Dictionary<string, LockedSegment> { ["A"] = take },
            }
        );

        LockFile.Read(LockPath).Segments["A"].ShouldBe(take);
        LockFile.Read(LockPath).Voices["narrator"].ShouldBe(voice);
    }

    [Fact]
    public void It_is_JSON_with_one_line_per_segment_in_ordinal_order()
    {
        Update(Full());

        var text = File.ReadAllText(LockPath);
        JsonDocument
            .Parse(text)
            .RootElement.GetProperty("segments")
            .EnumerateObject()
            .Select(property => property.Name)
            .ShouldBe(["A", "B", "a", "Ünïcode \"quoted\""], ignoreOrder: false);
        text.ShouldNotContain('\r');
        text.ShouldEndWith("}\n");
        foreach (var id in new[] { "A", "B", "a" })
        {
            text.Split('\n').Count(line => line.StartsWith($"    \"{id}\": {{\"key\":\"", StringComparison.Ordinal)).ShouldBe(1);
        }

        text.ShouldContain("Ünïcode");
    }

    [Fact]
    public void The_bytes_do_not_depend_on_the_culture()
    {
        Update(Full());
        var before = File.ReadAllBytes(LockPath);
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
        try
        {
            File.Delete(LockPath);
            Update(Full());
            File.ReadAllBytes(LockPath).ShouldBe(before);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n\n")]
    public void Line_ends_do_not_count_as_a_change(string ends)
    {
        Update(Full());
        var other = File.ReadAllText(LockPath).ReplaceLineEndings(ends);
        File.WriteAllText(LockPath, other, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var bytes = File.ReadAllBytes(LockPath);

        Update(Full()).ShouldBeFalse();

        File.ReadAllBytes(LockPath).ShouldBe(bytes);
    }

    [Fact]
    public void Nothing_but_the_lock_appears_beside_it()
    {
        Update(Full());

        Directory.GetFileSystemEntries(_folder.Path).ShouldBe([LockPath, _folder["locks"]], ignoreOrder: true);
    }

    [Fact]
    public void Changes_of_simultaneous_builds_are_all_kept()
    {
        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => Update(
                new()
                {
                    Voices = Full().Voices,
                    Segments = new Dictionary<string, LockedSegment> { [$"S{i}"] = Segment(i) },
                }
            ));

        LockFile.Read(LockPath).Segments.Count.ShouldBe(40);
    }

    [Fact]
    public void What_another_build_wrote_since_this_one_read_the_lock_is_kept()
    {
        Update(Full());
        var seen = LockFile.Look(LockPath);
        Update(
            new()
            {
                Voices = Full().Voices,
                Segments = new Dictionary<string, LockedSegment> { ["Theirs"] = Segment(1) },
            }
        );

        var written = LockFile.Update(
            LockPath,
            new()
            {
                Voices = Full().Voices,
                Segments = new Dictionary<string, LockedSegment> { ["Ours"] = Segment(2) },
            },
            _folder["locks"],
            seen
        );

        var now = LockFile.Look(LockPath, written);
        now.ShouldBeSameAs(written);
        now.Content.Segments.Keys.ShouldBe([.. seen.Content.Segments.Keys, "Theirs", "Ours"], ignoreOrder: true);
    }

    [Fact]
    [Trait("Needs", "a Unix: Windows cannot rename what is held, so a dead writer's file is known by its age alone")]
    public void What_a_killed_build_left_beside_the_lock_is_removed_with_the_next_change()
    {
        const string OfAnotherMachine = "0123456789abcdef-0123456789abcdef0123456789abcdef.tmp";
        const string OfLastWeek = "0123456789abcdef-00000000000000000000000000000000.tmp";
        var living = TemporaryFileName.NameIn(_folder.Path);
        foreach (var name in new[] { living, TemporaryFileName.NameIn(_folder.Path), OfAnotherMachine, OfLastWeek, "notes.tmp" })
        {
            _folder.Write(Path.GetFileName(name), "{");
        }

        File.SetLastWriteTimeUtc(_folder[OfLastWeek], DateTime.UtcNow.AddDays(-7));
        File.SetLastWriteTimeUtc(_folder["notes.tmp"], DateTime.UtcNow.AddDays(-7));

        using (File.OpenHandle(living, FileMode.Open, FileAccess.Write, TemporaryFileName.Share))
        {
            Update(Full());
        }

        Directory.GetFiles(_folder.Path, "*.tmp").ShouldBe([living, _folder[OfAnotherMachine], _folder["notes.tmp"]], ignoreOrder: true);
    }

    [Fact]
    [Trait("Needs", "symbolic links, which wine 8 has none of")]
    public void A_linked_lock_stays_a_link()
    {
        var target = _folder.Write("elsewhere/real.json", """{ "schema": 1 }""");
        File.CreateSymbolicLink(LockPath, target);

        Update(Full());

        new FileInfo(LockPath).LinkTarget.ShouldBe(target);
        LockFile.Read(target).Segments.Count.ShouldBe(4);
    }

    [Fact]
    public void A_lock_that_cannot_be_written_is_an_error_with_its_path()
    {
        var file = _folder.Write("file", "");

        var error = Should.Throw<NarrationException>(() =>
            LockFile.Update(Path.Combine(file, "narration.lock.json"), Full(), _folder["locks"])
        );

        error.Finding.Kind.Code.ShouldBe("FHN3016");
    }

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
    public void A_line_that_makes_no_sense_is_refused(string from, string to)
    {
        Update(
            new()
            {
                Voices = Full().Voices,
                Segments = new Dictionary<string, LockedSegment> { ["A"] = Segment(1) },
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
        Update(Full());
        var text = File.ReadAllText(LockPath);
        text.ShouldContain(from);
        File.WriteAllText(LockPath, text.Replace(from, to, StringComparison.Ordinal));

        Should.Throw<NarrationException>(() => LockFile.Read(LockPath)).Finding.Kind.Code.ShouldBe("FHN3003");
    }

    [Fact]
    public void An_id_that_a_merge_left_twice_is_refused()
    {
        Update(Full());
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
        Update(Full());
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

    private static LockChange Full() =>
        new()
        {
            Voices = new Dictionary<string, LockedVoice>
            {
                ["narrator"] = new()
                {
                    Backend = "mlx",
                    Model = "mlx-community/m",
                    Language = "English",
                    Sampling = new(0.85, 40, 0.95, 7),
                    ReferenceAudioHash = new string('a', 64),
                    ReferenceTextHash = new string('b', 64),
                    Cut = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(14.25)),
                    Loudness = -18.5,
                    IsModelFromMachine = true,
                    IsLanguageFromMachine = true,
                },
                ["guest"] = new()
                {
                    Backend = "system",
                    Engine = "flite",
                    Model = "",
                    Language = "English",
                },
            },
            Segments = new Dictionary<string, LockedSegment>
            {
                ["a"] = Segment(1),
                ["B"] = Segment(2) with { Voice = "guest" },
                ["A"] = Segment(3),
                ["Ünïcode \"quoted\""] = Segment(4),
            },
        };

    private static LockedSegment Segment(int number) =>
        new()
        {
            Key = new ActionKey(number.ToString("x64", CultureInfo.InvariantCulture)),
            AudioHash = number.ToString("x64", CultureInfo.InvariantCulture),
            SampleCount = 1000,
            SampleRate = 24_000,
            SpeechStart = 100,
            SpeechEnd = 900,
            Voice = "narrator",
            Model = "m",
        };
}
