using FlamingHorse.Narration.Build.Outputs.Audio;
using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Build.Tests;

public sealed class AudioCopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _store = [];
    private readonly List<Finding> _findings = [];
    private FileReplacement _replacement = FileReplacement.OfThisSystem;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_take_that_the_manifest_names_lies_beside_the_app_even_after_a_switch_to_an_older_one()
    {
        Take("new", "newer take", DateTime.UtcNow);
        Take("old", "older take", DateTime.UtcNow.AddYears(-1));
        await Copy(("Intro.Welcome", "new"));
        await Copy(("Intro.Welcome", "old"));
        File.ReadAllText(_folder["app/Intro.Welcome.wav"]).ShouldBe("older take");
        await Copy(("Intro.Welcome", "new"));
        File.ReadAllText(_folder["app/Intro.Welcome.wav"]).ShouldBe("newer take");
    }

    [Fact]
    public async Task The_clip_of_a_removed_segment_is_deleted()
    {
        Take("a", "a");
        Take("b", "b");
        await Copy(("A", "a"), ("B", "b"));
        await Copy(("B", "b"));
        Directory.GetFiles(_folder["app"]).Select(Path.GetFileName).ShouldBe(["B.wav"]);
        await Copy();
        Directory.Exists(_folder["app"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_clip_that_is_already_there_is_not_written_again()
    {
        Take("a", "a");
        await Copy(("A", "a"));
        var before = File.GetLastWriteTimeUtc(_folder["app/A.wav"]);
        _store.Clear();
        (await Copy(("A", "a"))).ShouldBeEmpty();
        File.GetLastWriteTimeUtc(_folder["app/A.wav"]).ShouldBe(before);
    }

    [Fact]
    public async Task A_clip_that_somebody_replaced_is_restored()
    {
        Take("a", "right");
        await Copy(("A", "a"));
        CopiedAudioIndex.Holds(_folder["obj"], _folder["app"]).ShouldBeTrue();
        File.WriteAllText(_folder["app/A.wav"], "wrong");
        File.SetLastWriteTimeUtc(_folder["app/A.wav"], DateTime.UtcNow.AddMinutes(1));
        CopiedAudioIndex.Holds(_folder["obj"], _folder["app"]).ShouldBeFalse();
        await Copy(("A", "a"));
        File.ReadAllText(_folder["app/A.wav"]).ShouldBe("right");
    }

    [Fact]
    public async Task Clips_copied_for_another_manifest_do_not_count_as_current()
    {
        CopiedAudioIndex.Holds(_folder["obj"], _folder["app"]).ShouldBeTrue();
        _folder.Write("obj/manifest.json", "first");
        CopiedAudioIndex.Holds(_folder["obj"], _folder["app"]).ShouldBeFalse();

        Take("a", "a");
        await Copy(("A", "a"));
        CopiedAudioIndex.Holds(_folder["obj"], _folder["app"]).ShouldBeTrue();
        _folder.Write("obj/manifest.json", "another");
        CopiedAudioIndex.Holds(_folder["obj"], _folder["app"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_clip_that_no_store_has_is_reported_and_no_other_take_stays_in_its_place()
    {
        Take("a", "a");
        await Copy(("A", "a"));
        (await Copy(("A", "nowhere"))).ShouldBe(["A"]);
        Directory.Exists(_folder["app"]).ShouldBeFalse();
    }

    /// <summary>Windows lets nobody replace a file that a player has open.</summary>
    [Fact]
    public async Task A_clip_that_is_being_played_stays_with_a_warning_and_the_next_build_replaces_it()
    {
        Take("old", "older take");
        Take("new", "newer take");
        Take("b", "another");
        await Copy(("A", "old"), ("B", "b"));
        var isPlaying = true;
        _replacement = new(
            SystemFamily.Windows,
            (from, to) =>
            {
                if (isPlaying && Path.GetFileName(to) == "A.wav")
                {
                    throw new IOException("in use", unchecked((int)0x80070020));
                }

                File.Move(from, to, overwrite: true);
            },
            _ => { }
        );

        await Copy(("A", "new"), ("B", "b"));
        var finding = _findings.ShouldHaveSingleItem();
        finding.Kind.ShouldBe(StoreFindings.ClipInUse);
        finding.Kind.Severity.ShouldBe(FindingSeverity.Warning);
        finding.Place!.File.ShouldEndWith("A.wav");
        File.ReadAllText(_folder["app/A.wav"]).ShouldBe("older take");
        Directory.GetFiles(_folder["app"]).Length.ShouldBe(2);

        isPlaying = false;
        CopiedAudioIndex.Holds(_folder["obj"], _folder["app"]).ShouldBeFalse();
        await Copy(("A", "new"), ("B", "b"));
        File.ReadAllText(_folder["app/A.wav"]).ShouldBe("newer take");
        _findings.Count.ShouldBe(1);
    }

    private void Take(string hash, string bytes, DateTime? time = null)
    {
        _store[hash] = _folder.Write($"store/{hash}", bytes);
        File.SetLastWriteTimeUtc(_store[hash], time ?? DateTime.UtcNow);
    }

    private Task<IReadOnlyList<string>> Copy(params (string Id, string Hash)[] segments) =>
        new AudioCopy(
            (hash, _) => ValueTask.FromResult(_store.GetValueOrDefault(hash)),
            _folder["app"],
            level: null,
            _findings.Add,
            _replacement
        ).RunAsync(
            new()
            {
                RootNamespace = "",
                ClassName = "Narration",
                Segments =
                [
                    .. segments.Select(s => new ManifestSegment
                    {
                        Id = s.Id,
                        Origin = SegmentOrigin.Item,
                        Text = "",
                        Spoken = "",
                        Voice = "narrator",
                        SampleCount = 1,
                        SampleRate = 24000,
                        SpeechStart = 0,
                        SpeechEnd = 1,
                        AudioHash = s.Hash,
                        AudioFile = $"narration/Lesson/{s.Id}.wav",
                    }),
                ],
            },
            CopiedAudioIndex.Read(_folder["obj"]),
            CancellationToken.None
        );
}
