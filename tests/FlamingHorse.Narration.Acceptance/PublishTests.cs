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
        // The app knows the chapter only through the book, and the chapter has two frameworks.
        var chapter = new LessonProject(Machine, Path.Combine(Machine.Root, "Chapter"), "Chapter")
        {
            Frameworks = "net10.0;netstandard2.0",
        };
        chapter
            .Set("OutputType", null)
            .Set("LangVersion", "latest")
            .Set("ImplicitUsings", null)
            .Delete("Program.cs")
            .Scene("Intro", ("Welcome", "Welcome to the chapter."));
        var book = Machine
            .NewProject("Book")
            .References(chapter)
            .Set("OutputType", null)
            .Delete("Program.cs")
            .Scene("Intro", ("Welcome", "Welcome to the book."));
        var app = Machine.NewProject().References(book).Scene("Intro", ("Welcome", "Welcome to the lesson."));

        (await app.BuildAsync()).ShouldSucceedWithoutWarnings();
        ShouldHoldAll(app.Output());
        (await app.DotnetAsync("publish", "-c", "Debug", "-o", Path.Combine(Machine.Root, "published"))).ShouldSucceedWithoutWarnings();
        ShouldHoldAll(Path.Combine(Machine.Root, "published"));

        // A new take of the chapter's line, then the old one again: the app has the right one each time.
        var old = await File.ReadAllBytesAsync(chapter.LockFile);
        (await app.BuildAsync("-p:NarrationRetake=all")).ShouldSucceedWithoutWarnings();
        (await File.ReadAllBytesAsync(chapter.LockFile)).ShouldNotBe(old);
        ShouldHoldAll(app.Output());
        await File.WriteAllBytesAsync(chapter.LockFile, old);
        (await app.BuildAsync()).ShouldSucceedWithoutWarnings();
        ShouldHoldAll(app.Output());

        Machine.Worker.Clear();
        string[] all = [app.At("obj"), app.At("bin"), book.At("obj"), book.At("bin"), chapter.At("obj"), chapter.At("bin")];
        var before = FolderSnapshot.Of(all);
        (await app.BuildAsync()).ShouldSucceedWithoutWarnings();
        before.ChangesTo(FolderSnapshot.Of(all)).ShouldBeEmpty();
        Machine.Shims.Starts.ShouldBeEmpty();

        void ShouldHoldAll(string folder)
        {
            foreach (var project in new[] { app, book, chapter })
            {
                AudioFolder
                    .Read(Path.Combine(folder, "narration", project.Name))
                    .Values.ShouldBe(project.Lock.Segments.Values.Select(s => s.AudioHash));
            }
        }
    }

    [Fact]
    public async Task A_web_project_publishes_its_audio_and_none_of_the_authors_files()
    {
        var lesson = new LessonProject(Machine, Path.Combine(Machine.Root, "Site"), "Site") { Sdk = "Microsoft.NET.Sdk.Web" };
        lesson
            .Set("OutputType", null)
            .Scene("Intro", ("Welcome", "Welcome to the lesson."))
            .Write("voice_clone_config.json", """{ "language": "English" }""")
            .Write(".env", "SECRET=1\n")
            .Write("appsettings.json", "{}");
        var published = Path.Combine(Machine.Root, "published");

        (await lesson.DotnetAsync("publish", "-c", "Debug", "-o", published)).ShouldSucceedWithoutWarnings();

        foreach (var folder in new[] { published, lesson.Output() })
        {
            var files = Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(folder, f))
                .ToList();
            files.ShouldContain("appsettings.json");
            files.ShouldContain("narration/Site/Scenes.Intro.Welcome.wav");
            files.ShouldNotContain(f =>
                f.Contains("narration.lock", StringComparison.Ordinal)
                || f.Contains("voice_clone", StringComparison.Ordinal)
                || f.EndsWith(".env", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task Audio_is_never_packed()
    {
        var lesson = Machine
            .NewProject()
            .Set("OutputType", null)
            .Delete("Program.cs")
            .Scene("Intro", ("Welcome", "Welcome to the lesson."));
        var packed = Path.Combine(Machine.Root, "packed");

        (await lesson.DotnetAsync("pack", "-c", "Debug", "-o", packed)).ShouldSucceedWithoutWarnings();

        using var package = await System.IO.Compression.ZipFile.OpenReadAsync(Directory.EnumerateFiles(packed, "*.nupkg").Single());
        package.Entries.Select(e => e.FullName).ShouldContain("lib/net10.0/Lesson.dll");
        package.Entries.ShouldNotContain(e =>
            e.FullName.EndsWith(".wav", StringComparison.Ordinal) || e.FullName.Contains("narration.lock", StringComparison.Ordinal)
        );
    }

    private static async Task ShouldSpeakAsync(LessonProject lesson, string folder)
    {
        lesson.Audio(folder).Values.ShouldBe(lesson.Lock.Segments.Values.Select(s => s.AudioHash));
        var welcome = (await lesson.RunAsync(folder))["Scenes.Intro.Welcome"];
        welcome.Path.ShouldBe(Path.Combine(folder, "narration", "Lesson", "Scenes.Intro.Welcome.wav"));
        Directory.EnumerateFiles(folder, "*.wav", SearchOption.AllDirectories).Count().ShouldBe(1);
    }
}
