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
        Update(SampleLock.Full());

        var read = LockFile.Read(LockPath);

        read.Voices.ShouldBe(SampleLock.Full().Voices, ignoreOrder: true);
        read.Segments.ShouldBe(SampleLock.Full().Segments, ignoreOrder: true);
    }

    [Theory]
    [InlineData(1_000, 24_000, 0, 1_000)]
    [InlineData(1, 1, 0, 0)]
    [InlineData(1, 1_000_000, 1, 1)]
    [InlineData(1_000, 24_000, 500, 500)]
    public void The_smallest_and_the_largest_of_each_number_are_read_back(long samples, int rate, long start, long end)
    {
        var take = SampleLock.Segment(1) with { SampleCount = samples, SampleRate = rate, SpeechStart = start, SpeechEnd = end, Seed = 0 };
        var voice = SampleLock.Full().Voices["narrator"] with { Sampling = new(0, 0, 0, 0), Cut = new(TimeSpan.Zero, TimeSpan.Zero) };

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
        Update(SampleLock.Full());

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
        Update(SampleLock.Full());
        var before = File.ReadAllBytes(LockPath);
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
        try
        {
            File.Delete(LockPath);
            Update(SampleLock.Full());
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
        Update(SampleLock.Full());
        var other = File.ReadAllText(LockPath).ReplaceLineEndings(ends);
        File.WriteAllText(LockPath, other, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var bytes = File.ReadAllBytes(LockPath);

        Update(SampleLock.Full()).ShouldBeFalse();

        File.ReadAllBytes(LockPath).ShouldBe(bytes);
    }

    [Fact]
    public void Nothing_but_the_lock_appears_beside_it()
    {
        Update(SampleLock.Full());

        Directory.GetFileSystemEntries(_folder.Path).ShouldBe([LockPath, _folder["locks"]], ignoreOrder: true);
    }

    [Fact]
    public void Changes_of_simultaneous_builds_are_all_kept()
    {
        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => Update(
                new()
                {
                    Voices = SampleLock.Full().Voices,
                    Segments = new Dictionary<string, LockedSegment> { [$"S{i}"] = SampleLock.Segment(i) },
                }
            ));

        LockFile.Read(LockPath).Segments.Count.ShouldBe(40);
    }

    [Fact]
    public void What_another_build_wrote_since_this_one_read_the_lock_is_kept()
    {
        Update(SampleLock.Full());
        var seen = LockFile.Look(LockPath);
        Update(
            new()
            {
                Voices = SampleLock.Full().Voices,
                Segments = new Dictionary<string, LockedSegment> { ["Theirs"] = SampleLock.Segment(1) },
            }
        );

        var written = LockFile.Update(
            LockPath,
            new()
            {
                Voices = SampleLock.Full().Voices,
                Segments = new Dictionary<string, LockedSegment> { ["Ours"] = SampleLock.Segment(2) },
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
            Update(SampleLock.Full());
        }

        Directory.GetFiles(_folder.Path, "*.tmp").ShouldBe([living, _folder[OfAnotherMachine], _folder["notes.tmp"]], ignoreOrder: true);
    }

    [Fact]
    [Trait("Needs", "symbolic links, which wine 8 has none of")]
    public void A_linked_lock_stays_a_link()
    {
        var target = _folder.Write("elsewhere/real.json", """{ "schema": 1 }""");
        File.CreateSymbolicLink(LockPath, target);

        Update(SampleLock.Full());

        new FileInfo(LockPath).LinkTarget.ShouldBe(target);
        LockFile.Read(target).Segments.Count.ShouldBe(4);
    }

    [Fact]
    public void A_lock_that_cannot_be_read_is_an_error_with_its_path()
    {
        Directory.CreateDirectory(LockPath);

        var finding = Should.Throw<NarrationException>(() => LockFile.Read(LockPath)).Finding;

        (finding.Kind.Code, finding.Place!.File).ShouldBe(("FHN3003", LockPath));
    }

    [Fact]
    public void An_empty_lock_is_an_error_even_after_none_was_there()
    {
        var none = LockFile.Look(LockPath);
        _folder.Write("narration.lock.json", "");

        Should.Throw<NarrationException>(() => LockFile.Look(LockPath, none)).Finding.Kind.Code.ShouldBe("FHN3003");
    }

    [Fact]
    public void The_line_of_a_segment_is_found_and_is_0_where_there_is_none()
    {
        LockFile.FindLine(LockPath, "A").ShouldBe(0);
        Update(SampleLock.Full());

        LockFile.FindLine(LockPath, "no such segment").ShouldBe(0);
        var line = LockFile.FindLine(LockPath, "Ünïcode \"quoted\"");
        File.ReadAllLines(LockPath)[line - 1].ShouldContain("quoted");
        LockFile.FindLine(LockPath, "A").ShouldNotBe(LockFile.FindLine(LockPath, "a"));
    }

    [Fact]
    public void The_part_that_some_ids_use_has_their_lines_and_voices()
    {
        Update(SampleLock.Full());

        var part = LockFile.Read(LockPath).Only(new HashSet<string>(StringComparer.Ordinal) { "A", "a" });

        part.Segments.Keys.ShouldBe(["A", "a"], ignoreOrder: true);
        part.Voices.Keys.ShouldBe(["narrator"]);
    }

    [Fact]
    public void A_lock_that_cannot_be_written_is_an_error_with_its_path()
    {
        var file = _folder.Write("file", "");

        var error = Should.Throw<NarrationException>(() =>
            LockFile.Update(Path.Combine(file, "narration.lock.json"), SampleLock.Full(), _folder["locks"])
        );

        error.Finding.Kind.Code.ShouldBe("FHN3016");
    }

    private bool Update(LockChange change) => LockFile.Update(LockPath, change, _folder["locks"]) is not null;
}
