using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Levels;

/// <summary>Lessons that were made when the level was part of the key lose no take by an upgrade.</summary>
public sealed class OlderLevelTests
{
    public static TheoryData<string, bool, string> Upgrades
    {
        get
        {
            var all = new TheoryData<string, bool, string>();
            foreach (var lesson in (string[])["default", "minus16", "off"])
            {
                foreach (var store in (string[])["local", "folder", "http"])
                {
                    all.Add(lesson, false, store);
                    all.Add(lesson, true, store);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Upgrades))]
    public async Task An_upgrade_calls_no_engine_and_changes_no_file_in_source_control(string name, bool isLocked, string store)
    {
        using var lesson = new OlderLesson(name);
        await using var server = await ServeAsync(lesson, store);
        lesson.Properties["NarrationLockedMode"] = isLocked ? "true" : "";
        var before = await File.ReadAllTextAsync(lesson.LockPath, TestContext.Current.CancellationToken);

        var outcome = await lesson.BuildAsync();

        outcome.Findings.ShouldBeEmpty();
        (outcome.Summary.UpToDate + outcome.Summary.FromRemoteCache).ShouldBe(3);
        outcome.Audio.Values.ShouldAllBe(audio => audio.Path != null);
        (await File.ReadAllTextAsync(lesson.LockPath, TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    [Theory]
    [InlineData("default", "-16")]
    [InlineData("default", "off")]
    [InlineData("minus16", "-18")]
    [InlineData("off", "-20")]
    public async Task Another_level_calls_no_engine_either(string name, string level)
    {
        using var lesson = new OlderLesson(name).HasTakesIn("cache");
        lesson.Properties["NarrationLoudness"] = level;

        var outcome = await lesson.BuildAsync();

        outcome.Findings.ShouldBeEmpty();
        outcome.Summary.UpToDate.ShouldBe(3);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("minus16")]
    [InlineData("off")]
    public async Task A_recording_whose_clip_no_cache_has_becomes_exactly_the_file_that_the_lock_names(string name)
    {
        using var lesson = new OlderLesson(name);
        var named = LockFile.Read(lesson.LockPath).Segments;
        lesson.HasTakesIn("cache", file => !file.EndsWith(named["Intro.Person"].AudioHash, StringComparison.Ordinal));
        var before = await File.ReadAllTextAsync(lesson.LockPath, TestContext.Current.CancellationToken);

        var outcome = await lesson.BuildAsync();

        outcome.Findings.ShouldBeEmpty();
        outcome.Audio["Intro.Person"].AudioHash.ShouldBe(named["Intro.Person"].AudioHash);
        outcome.Audio["Intro.Person"].Path.ShouldNotBeNull();
        (await File.ReadAllTextAsync(lesson.LockPath, TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("minus16")]
    public async Task A_recording_of_an_older_text_is_still_detected(string name)
    {
        using var lesson = new OlderLesson(name).HasTakesIn("cache");
        lesson.Script[2] = OlderLesson.Person("A person says something else.");

        (await lesson.BuildAsync()).Findings.ShouldHaveSingleItem().Kind.Code.ShouldBe("FHN1066");
        (await lesson.BuildAsync()).Findings.ShouldHaveSingleItem().Kind.Code.ShouldBe("FHN1066");
    }

    [Theory]
    [InlineData("default")]
    [InlineData("minus16")]
    [InlineData("off")]
    public async Task Without_a_lock_the_takes_of_the_cache_are_used_and_their_new_lines_are_valid(string name)
    {
        using var lesson = new OlderLesson(name).HasTakesIn("cache");
        var before = LockFile.Read(lesson.LockPath);
        File.Delete(lesson.LockPath);

        (await lesson.BuildAsync()).Summary.FromLocalCache.ShouldBe(3);

        var after = LockFile.Read(lesson.LockPath);
        after.Segments.Select(line => line.Value.AudioHash).ShouldBe(before.Segments.Select(line => line.Value.AudioHash));
        after.Voices.Values.ShouldAllBe(voice => voice.Loudness.Equals(-18d));
        // An older package at another level would compute other keys: it is to refuse the lock instead of speaking again.
        after.Schema.ShouldBe(name == "default" ? 1 : 2);
        (await lesson.BuildAsync()).Summary.UpToDate.ShouldBe(3);
    }

    [Theory]
    [InlineData("default", -18d)]
    [InlineData("minus16", -16d)]
    public void What_older_packages_stored_at_a_level_stays_byte_for_byte_at_that_level(string name, double level)
    {
        using var lesson = new OlderLesson(name);
        foreach (var line in LockFile.Read(lesson.LockPath).Segments.Values)
        {
            var wav = File.ReadAllBytes(Path.Combine(lesson.Fixture, "cache", "cas", line.AudioHash[..2], line.AudioHash));
            ClipLevel.Apply(wav, line.SpeechStart, line.SpeechEnd, level).Wav.ShouldBeSameAs(wav);
            ClipLevel.Apply(wav, line.SpeechStart, line.SpeechEnd, level - 4).Gain.ShouldBe(-4, 0.06);
        }
    }

    private static async Task<FaultServer?> ServeAsync(OlderLesson lesson, string store)
    {
        if (store != "http")
        {
            lesson.HasTakesIn(store == "local" ? "cache" : "shared");
            lesson.Properties["NarrationRemoteCache"] = store == "local" ? "" : "shared";
            return null;
        }

        var server = await FaultServer.StartAsync();
        var cache = Path.Combine(lesson.Fixture, "cache");
        foreach (var file in Directory.EnumerateFiles(cache, "*", SearchOption.AllDirectories))
        {
            var kind = Path.GetRelativePath(cache, file).Split(Path.DirectorySeparatorChar)[0];
            server.Content[$"/{kind}/{Path.GetFileNameWithoutExtension(file)}"] = await File.ReadAllBytesAsync(file);
        }

        lesson.Properties["NarrationRemoteCache"] = server.Url;
        return server;
    }
}
