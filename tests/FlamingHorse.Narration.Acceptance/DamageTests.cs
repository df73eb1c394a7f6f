namespace FlamingHorse.Narration.Acceptance;

public sealed class DamageTests : AcceptanceTest
{
    private const string Id = "Scenes.Intro.Welcome";

    [Fact]
    public async Task Garbage_in_any_of_our_files_under_obj_is_replaced()
    {
        var lesson = await BuiltAsync();
        var table = (await lesson.RunAsync()).Segments;
        var files = Directory.EnumerateFiles(lesson.Intermediate(), "*", SearchOption.AllDirectories).ToList();
        files.Count.ShouldBeGreaterThan(2);

        foreach (var file in files)
        {
            await File.WriteAllTextAsync(file, "{ \0garbage");
        }

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Shims.Starts.ShouldBeEmpty();
        (await lesson.RunAsync()).Segments.ShouldBe(table);
        AudioFolder.Hash(table[0].Path!).ShouldBe(table[0].AudioHash);
    }

    [Fact]
    public async Task A_clip_with_a_flipped_bit_is_never_played_and_the_locks_take_is_missing_from_then_on()
    {
        var lesson = await BuiltAsync();
        var hash = lesson.Lock[Id].AudioHash;
        var clip = Path.Combine(Machine.Cache, "v1", "cas", hash[..2], hash);
        var bytes = await File.ReadAllBytesAsync(clip);
        bytes[bytes.Length / 2] ^= 1;
        File.SetUnixFileMode(clip, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllBytesAsync(clip, bytes);
        Directory.Delete(lesson.At("bin"), recursive: true);

        var build = (await lesson.BuildAsync()).ShouldSucceed();

        build.Warnings.Select(w => w.Code).Order().ShouldBe(["FHN3005", "FHN3009"]);
        Machine.Shims.Starts.ShouldBeEmpty();
        lesson.Audio().ShouldBeEmpty();
        lesson.Lock[Id].AudioHash.ShouldBe(hash);

        (await lesson.BuildAsync("-p:NarrationRetake=missing")).ShouldSucceedWithoutWarnings();
        lesson.Audio().Values.ShouldBe([lesson.Lock[Id].AudioHash]);
    }

    [Fact]
    public async Task Missing_or_replaced_audio_beside_the_app_is_restored()
    {
        var lesson = await BuiltAsync();
        var hash = lesson.Lock[Id].AudioHash;
        var clip = Path.Combine(lesson.Output(), "narration", "Lesson", $"{Id}.wav");

        File.Delete(clip);
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        AudioFolder.Hash(clip).ShouldBe(hash);

        await File.WriteAllTextAsync(clip, "no sound");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        AudioFolder.Hash(clip).ShouldBe(hash);

        Directory.Delete(lesson.At("bin"), recursive: true);
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        AudioFolder.Hash(clip).ShouldBe(hash);
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    private async Task<LessonProject> BuiltAsync()
    {
        var lesson = Machine.NewProject().Scene("Intro", ("Welcome", "Welcome to the lesson."));
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Worker.Clear();
        return lesson;
    }
}
