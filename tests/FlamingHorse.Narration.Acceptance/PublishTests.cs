namespace FlamingHorse.Narration.Acceptance;

public sealed class PublishTests : AcceptanceTest
{
    [Fact]
    public async Task Publish_carries_the_audio_once_with_and_without_a_build()
    {
        var lesson = Machine.NewProject().Scene("Intro", ("Welcome", "Welcome to the lesson."));
        var published = Path.Combine(Machine.Root, "published");
        (await lesson.DotnetAsync("publish", "-c", "Debug", "-o", published)).ShouldSucceedWithoutWarnings();
        await ShouldSpeakAsync(lesson, published);

        var again = Path.Combine(Machine.Root, "again");
        Machine.Worker.Clear();
        (await lesson.DotnetAsync("publish", "-c", "Debug", "--no-build", "-o", again)).ShouldSucceedWithoutWarnings();
        await ShouldSpeakAsync(lesson, again);
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Publish_fails_where_the_audio_cannot_be_had_unless_told_otherwise()
    {
        var lesson = Machine.NewProject().Scene("Intro", ("Welcome", "Welcome to the lesson."));
        (await lesson.BuildAsync()).ShouldSucceed();
        Machine.UseHome("new-home");
        Directory.Delete(lesson.At("bin"), recursive: true);
        Directory.Delete(lesson.Intermediate(), recursive: true);
        var published = Path.Combine(Machine.Root, "published");

        (await lesson.DotnetAsync("publish", "-c", "Debug", "-o", published)).ShouldFailWith("FHN3006");

        (await lesson.DotnetAsync("publish", "-c", "Debug", "-o", published, "-p:NarrationRequireAudio=false")).ShouldSucceed();
        (await lesson.RunAsync(published))["Scenes.Intro.Welcome"].SampleCount.ShouldBe(lesson.Lock["Scenes.Intro.Welcome"].SampleCount);
    }

    [Fact]
    public async Task A_librarys_audio_lies_beside_its_app_under_the_librarys_name()
    {
        var library = Machine.NewProject("Chapter").Set("OutputType", null).Delete("Program.cs")
            .Scene("Intro", ("Welcome", "Welcome to the chapter."))
            .Write("Open.cs", "namespace Chapter; public static class Open { public static string Path => Scenes.Intro.Welcome.GetFullPath(); }");
        var app = Machine.NewProject().References(library).Scene("Intro", ("Welcome", "Welcome to the lesson."))
            .Write("Program.cs", AppReport.Program + "\nConsole.Error.WriteLine(Chapter.Open.Path);\n");

        (await app.BuildAsync()).ShouldSucceedWithoutWarnings();
        ShouldHoldBoth(app.Output());
        (await app.DotnetAsync("publish", "-c", "Debug", "-o", Path.Combine(Machine.Root, "published"))).ShouldSucceedWithoutWarnings();
        ShouldHoldBoth(Path.Combine(Machine.Root, "published"));

        // A new take of the library's line, then the old one again: the app has the right one each time.
        var old = await File.ReadAllBytesAsync(library.LockFile);
        (await app.BuildAsync("-p:NarrationRetake=all")).ShouldSucceedWithoutWarnings();
        ShouldHoldBoth(app.Output());
        await File.WriteAllBytesAsync(library.LockFile, old);
        (await app.BuildAsync()).ShouldSucceedWithoutWarnings();
        ShouldHoldBoth(app.Output());

        Machine.Worker.Clear();
        var before = FolderSnapshot.Of(app.At("obj"), app.At("bin"), library.At("obj"), library.At("bin"));
        (await app.BuildAsync()).ShouldSucceedWithoutWarnings();
        before.ChangesTo(FolderSnapshot.Of(app.At("obj"), app.At("bin"), library.At("obj"), library.At("bin"))).ShouldBeEmpty();
        Machine.Shims.Starts.ShouldBeEmpty();

        void ShouldHoldBoth(string folder)
        {
            app.Audio(folder).Values.ShouldBe(app.Lock.Segments.Values.Select(s => s.AudioHash));
            AudioFolder.Read(Path.Combine(folder, "narration", "Chapter")).Values.ShouldBe(library.Lock.Segments.Values.Select(s => s.AudioHash));
        }
    }

    [Fact]
    public async Task A_web_project_publishes_its_audio_and_none_of_the_authors_files()
    {
        var lesson = new LessonProject(Machine, Path.Combine(Machine.Root, "Site"), "Site") { Sdk = "Microsoft.NET.Sdk.Web" };
        lesson.Set("OutputType", null).Scene("Intro", ("Welcome", "Welcome to the lesson."))
            .Write("voice_clone_config.json", """{ "language": "English" }""").Write(".env", "SECRET=1\n").Write("appsettings.json", "{}");
        var published = Path.Combine(Machine.Root, "published");

        (await lesson.DotnetAsync("publish", "-c", "Debug", "-o", published)).ShouldSucceedWithoutWarnings();

        foreach (var folder in new[] { published, lesson.Output() })
        {
            var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).ToList();
            files.ShouldContain("appsettings.json");
            files.ShouldContain("narration/Site/Scenes.Intro.Welcome.wav");
            files.ShouldNotContain(f => f.Contains("narration.lock", StringComparison.Ordinal) || f.Contains("voice_clone", StringComparison.Ordinal) || f.EndsWith(".env", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Audio_is_never_packed()
    {
        var lesson = Machine.NewProject().Set("OutputType", null).Delete("Program.cs").Scene("Intro", ("Welcome", "Welcome to the lesson."));
        var packed = Path.Combine(Machine.Root, "packed");

        (await lesson.DotnetAsync("pack", "-c", "Debug", "-o", packed)).ShouldSucceedWithoutWarnings();

        using var package = await System.IO.Compression.ZipFile.OpenReadAsync(Directory.EnumerateFiles(packed, "*.nupkg").Single());
        package.Entries.Select(e => e.FullName).ShouldContain("lib/net10.0/Lesson.dll");
        package.Entries.ShouldNotContain(e => e.FullName.EndsWith(".wav", StringComparison.Ordinal) || e.FullName.Contains("narration.lock", StringComparison.Ordinal));
    }

    private static async Task ShouldSpeakAsync(LessonProject lesson, string folder)
    {
        lesson.Audio(folder).Values.ShouldBe(lesson.Lock.Segments.Values.Select(s => s.AudioHash));
        var welcome = (await lesson.RunAsync(folder))["Scenes.Intro.Welcome"];
        welcome.Path.ShouldBe(Path.Combine(folder, "narration", "Lesson", "Scenes.Intro.Welcome.wav"));
        Directory.EnumerateFiles(folder, "*.wav", SearchOption.AllDirectories).Count().ShouldBe(1);
    }
}
