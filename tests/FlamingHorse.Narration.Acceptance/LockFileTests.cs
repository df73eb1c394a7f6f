namespace FlamingHorse.Narration.Acceptance;

public sealed class LockFileTests : AcceptanceTest
{
    private const string Id = "Scenes.Intro.Welcome";

    [Fact]
    public async Task A_switch_to_an_older_take_and_back_puts_the_locks_take_beside_the_app_each_time()
    {
        var lesson = Machine.NewProject().Scene("Intro", ("Welcome", "Welcome to the lesson."));
        (await lesson.BuildAsync()).ShouldSucceed();
        var old = await File.ReadAllBytesAsync(lesson.LockFile);
        (await lesson.BuildAsync("-p:NarrationRetake=all")).ShouldSucceed();
        var recent = await File.ReadAllBytesAsync(lesson.LockFile);
        recent.ShouldNotBe(old);
        Machine.Worker.Clear();

        foreach (var take in new[] { old, recent, old })
        {
            await File.WriteAllBytesAsync(lesson.LockFile, take);
            // As git leaves it: with the time of the checkout, which may be older than anything in obj.
            File.SetLastWriteTimeUtc(lesson.LockFile, new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

            (await File.ReadAllBytesAsync(lesson.LockFile)).ShouldBe(take);
            var welcome = (await lesson.RunAsync())[Id];
            welcome.AudioHash.ShouldBe(lesson.Lock[Id].AudioHash);
            AudioFolder.Hash(welcome.Path!).ShouldBe(lesson.Lock[Id].AudioHash);
            AudioFolder.SampleCount(welcome.Path!).ShouldBe(lesson.Lock[Id].SampleCount);
        }

        Machine.Shims.Starts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Audio_that_no_cache_has_is_reported_in_every_build_and_made_only_when_asked_for()
    {
        var lesson = Machine
            .NewProject()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Rule", "Each entry sums a row and a column."));
        (await lesson.BuildAsync()).ShouldSucceed();
        var before = await File.ReadAllBytesAsync(lesson.LockFile);
        Machine.Worker.Clear();
        LoseEverythingButTheSources(lesson);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var warning = (await lesson.BuildAsync()).ShouldSucceed().Warnings.ShouldHaveSingleItem();
            warning.Code.ShouldBe("FHN3005");
            warning.Text.ShouldContain("NarrationRetake=missing");
            warning.Text.ShouldContain("NarrationRemoteCache");
        }

        Machine.Shims.Starts.ShouldBeEmpty();
        (await File.ReadAllBytesAsync(lesson.LockFile)).ShouldBe(before);
        var app = await lesson.RunAsync();
        app[Id].SampleCount.ShouldBe(lesson.Lock[Id].SampleCount);
        app[Id].IsEstimated.ShouldBeFalse();
        File.Exists(app[Id].Path).ShouldBeFalse();

        (await lesson.BuildAsync("-p:NarrationRetake=missing")).ShouldSucceedWithoutWarnings();
        Machine.Worker.Spoken.Count.ShouldBe(2);
        app = await lesson.RunAsync();
        AudioFolder.SampleCount(app[Id].Path!).ShouldBe(app[Id].SampleCount);
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Worker.Starts.ShouldBe(1);
    }

    [Fact]
    public async Task Required_audio_that_cannot_be_had_is_an_error()
    {
        var lesson = Machine.NewProject().Scene("Intro", ("Welcome", "Welcome to the lesson."));
        (await lesson.BuildAsync()).ShouldSucceed();
        LoseEverythingButTheSources(lesson);

        (await lesson.BuildAsync("-p:NarrationRequireAudio=true")).ShouldFailWith("FHN3006");
    }

    [Fact]
    public async Task Another_take_of_the_same_key_in_the_cache_does_not_replace_the_locks()
    {
        var lesson = Machine.NewProject().Scene("Intro", ("Welcome", "Welcome to the lesson."));
        (await lesson.BuildAsync()).ShouldSucceed();
        var ours = await File.ReadAllBytesAsync(lesson.LockFile);

        // A colleague without our lock makes a take of their own under the same key, in a cache of their own.
        Machine.UseHome("colleague");
        var theirs = Machine.NewProject(folder: "theirs").Scene("Intro", ("Welcome", "Welcome to the lesson."));
        (await theirs.BuildAsync()).ShouldSucceed();
        theirs.Lock[Id].Key.ShouldBe(lesson.Lock[Id].Key);
        theirs.Lock[Id].AudioHash.ShouldNotBe(lesson.Lock[Id].AudioHash);
        Machine.Worker.Clear();

        // Then they take our lock: its durations stand in the code, and their own take is not passed off as ours.
        await File.WriteAllBytesAsync(theirs.LockFile, ours);
        (await theirs.BuildAsync()).ShouldSucceed().Warnings.Select(w => w.Code).ShouldBe(["FHN3005"]);
        Machine.Shims.Starts.ShouldBeEmpty();
        (await File.ReadAllBytesAsync(theirs.LockFile)).ShouldBe(ours);
        (await theirs.RunAsync())[Id].SampleCount.ShouldBe(lesson.Lock[Id].SampleCount);
        theirs.Audio().ShouldBeEmpty();
    }

    [Fact]
    public async Task Outputs_restored_from_an_older_build_do_not_pass_for_the_new_ones()
    {
        var lesson = Machine.NewProject().Scene("Intro", ("Welcome", "Welcome to the lesson."));
        (await lesson.BuildAsync()).ShouldSucceed();
        await Machine.BashAsync(
            $"cp -a '{lesson.Folder}/obj' '{Machine.Root}/obj.old'; cp -a '{lesson.Folder}/bin' '{Machine.Root}/bin.old'"
        );
        lesson.Scene("Intro", ("Welcome", "Welcome back to the lesson."));
        (await lesson.BuildAsync()).ShouldSucceed();
        Machine.Worker.Clear();

        // As a CI cache does it: yesterday's obj and bin under today's sources, with their old times.
        await Machine.BashAsync($"cd '{lesson.Folder}'; rm -r obj bin; mv '{Machine.Root}/obj.old' obj; mv '{Machine.Root}/bin.old' bin");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        Machine.Shims.Starts.ShouldBeEmpty();
        var welcome = (await lesson.RunAsync())[Id];
        welcome.Text.ShouldBe("Welcome back to the lesson.");
        AudioFolder.Hash(welcome.Path!).ShouldBe(lesson.Lock[Id].AudioHash);
        welcome.SampleCount.ShouldBe(lesson.Lock[Id].SampleCount);
    }

    [Fact]
    public async Task A_lock_with_conflict_markers_is_an_error_at_its_line()
    {
        var lesson = Machine.NewProject().Scene("Intro", ("Welcome", "Welcome to the lesson."));
        (await lesson.BuildAsync()).ShouldSucceed();
        var lines = await File.ReadAllLinesAsync(lesson.LockFile);
        await File.WriteAllLinesAsync(lesson.LockFile, [.. lines[..4], "<<<<<<< HEAD", .. lines[4..]]);

        var error = (await lesson.BuildAsync()).ShouldFailWith("FHN3004");

        error.File.ShouldEndWith("narration.lock.json");
        error.Line.ShouldBe(5);
    }

    [Fact]
    public async Task A_length_typed_into_the_lock_is_corrected_from_the_audio_and_an_error_in_a_locked_build()
    {
        var lesson = Machine
            .NewProject()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Rule", "Each entry sums a row and a column."));
        (await lesson.BuildAsync()).ShouldSucceed();
        var lockFile = await File.ReadAllTextAsync(lesson.LockFile);
        var samples = lesson.Lock[Id].SampleCount;
        var typed = lockFile.Replace($"\"samples\":{samples}", $"\"samples\":{samples + 24_000}", StringComparison.Ordinal);
        typed.ShouldNotBe(lockFile);
        var line = 1 + Array.FindIndex(typed.Split('\n'), text => text.Contains(Id, StringComparison.Ordinal));

        await File.WriteAllTextAsync(lesson.LockFile, typed);
        var error = (await lesson.BuildAsync("-p:NarrationLockedMode=true")).ShouldFailWith("FHN3019");
        (Path.GetFileName(error.File), error.Line).ShouldBe(("narration.lock.json", line));

        var warning = (await lesson.BuildAsync()).ShouldSucceed().Warnings.ShouldHaveSingleItem();
        (warning.Code, warning.Line).ShouldBe(("FHN3018", line));
        (await File.ReadAllTextAsync(lesson.LockFile)).ShouldBe(lockFile);
        (await lesson.RunAsync())[Id].SampleCount.ShouldBe(samples);
        (await lesson.BuildAsync("-p:NarrationLockedMode=true")).ShouldSucceedWithoutWarnings();
    }

    private void LoseEverythingButTheSources(LessonProject lesson)
    {
        Machine.UseHome("new-home");
        Directory.Delete(lesson.Intermediate(), recursive: true);
        Directory.Delete(lesson.At("bin"), recursive: true);
    }
}
