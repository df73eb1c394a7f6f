namespace FlamingHorse.Narration.Acceptance;

public sealed class PublishTests : AcceptanceTest
{
    /// <summary>Without the analyzer, which is a package that a machine may be unable to restore.</summary>
    private const string SingleFile = "-r linux-x64 --self-contained false -p:PublishSingleFile=true -p:EnableSingleFileAnalyzer=false";

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
    public async Task A_single_file_that_unpacks_everything_plays_its_audio()
    {
        var lesson = Machine
            .NewProject()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."))
            .Write("Program.cs", "using var audio = Lesson.Scenes.Intro.Welcome.OpenAudio(); Console.WriteLine(audio.Length);");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        var length = new FileInfo(Directory.GetFiles(lesson.Output(), "*.wav", SearchOption.AllDirectories)[0]).Length;
        var single = Path.Combine(Machine.Root, "single");

        await Machine.BashAsync(
            $"'{Machine.Feed.Tools.Dotnet}' publish '{lesson.ProjectFile}' -c Debug -o '{single}' {SingleFile} "
                + "-p:IncludeAllContentForSelfExtract=true -nologo -nr:false -tl:off"
        );

        Directory.EnumerateFiles(single, "*.wav", SearchOption.AllDirectories).ShouldBeEmpty();
        (await Machine.BashAsync($"'{single}/Lesson'")).ShouldBe($"{length}\n");
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

    [Theory]
    [InlineData("net10.0")]
    [InlineData("net10.0;netstandard2.0")]
    public async Task A_packed_librarys_audio_lies_once_beside_whatever_uses_it(string frameworks)
    {
        var library = NewLibrary(frameworks);
        var packed = Path.Combine(Machine.Root, "packed");
        // NuGet keeps what it unpacked, for all tests.
        var version = $"1.0.{frameworks.Length}";
        (await library.DotnetAsync("pack", "-c", "Debug", "-o", packed, $"-p:Version={version}")).ShouldSucceedWithoutWarnings();

        using (var package = await System.IO.Compression.ZipFile.OpenReadAsync(Directory.EnumerateFiles(packed, "*.nupkg").Single()))
        {
            package
                .Entries.Select(entry => entry.FullName)
                .Where(name =>
                    name.StartsWith("narration/", StringComparison.Ordinal) || name.StartsWith("build", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal)
                .ShouldBe(["buildTransitive/Sayings.targets", "narration/Sayings/Scenes.Intro.Welcome.wav"]);
            package.Entries.ShouldNotContain(entry => entry.FullName.Contains("narration.lock", StringComparison.Ordinal));
        }

        // Another solution: an app that uses the package itself and once more through a library of its own.
        var hash = library.Lock["Scenes.Intro.Welcome"].AudioHash;
        var consumer = Directory.CreateDirectory(Path.Combine(Machine.Root, "consumer")).FullName;
        await WriteConsumerAsync(consumer, packed, version);
        foreach (
            var (arguments, folder) in new[]
            {
                ("build App", "App/bin/Debug/net10.0"),
                ("publish App -c Debug -o out", "out"),
                ($"publish App -c Debug -o single {SingleFile}", "single"),
            }
        )
        {
            await Machine.BashAsync($"cd consumer && '{Machine.Feed.Tools.Dotnet}' {arguments} -nologo -nr:false -tl:off");
            var clips = Directory.EnumerateFiles(Path.Combine(consumer, folder), "*.wav", SearchOption.AllDirectories).ToList();
            clips.ShouldBe([Path.Combine(consumer, folder, "narration", "Sayings", "Scenes.Intro.Welcome.wav")]);
            AudioFolder.Hash(clips[0]).ShouldBe(hash);
        }

        (await Machine.BashAsync("consumer/out/App")).ShouldBe(
            $"{new FileInfo(Path.Combine(consumer, "out", "narration", "Sayings", "Scenes.Intro.Welcome.wav")).Length}\n"
        );
    }

    [Fact]
    public async Task A_pack_that_lacks_audio_is_an_error()
    {
        var library = NewLibrary("net10.0");
        (await library.BuildAsync()).ShouldSucceed();
        Directory.Delete(library.Output(), recursive: true);
        Directory.Delete(library.At("obj"), recursive: true);
        Machine.UseHome("second");
        var clone = NewLibrary("net10.0", "clone");
        File.Copy(library.LockFile, clone.LockFile);
        var packed = Path.Combine(Machine.Root, "packed");

        var build = await clone.DotnetAsync("pack", "-c", "Debug", "-o", packed);
        build.ShouldFailWith("FHN3006").Text.ShouldContain("Scenes.Intro.Welcome");

        (await clone.DotnetAsync("pack", "-c", "Debug", "-o", packed, "-p:NarrationRequireAudio=false")).ShouldSucceed();
    }

    private LessonProject NewLibrary(string frameworks, string folder = "Sayings") =>
        new LessonProject(Machine, Path.Combine(Machine.Root, folder), "Sayings") { Frameworks = frameworks }
            .Set("OutputType", null)
            .Set("LangVersion", "latest")
            .Set("ImplicitUsings", null)
            .Delete("Program.cs")
            .Scene("Intro", ("Welcome", "Welcome to the lesson."));

    private async Task WriteConsumerAsync(string folder, string packed, string version)
    {
        const string Head = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework>""";
        var reference = $"""<PackageReference Include="Sayings" Version="{version}" />""";
        await WriteAsync("Between/Between.csproj", $"{Head}</PropertyGroup><ItemGroup>{reference}</ItemGroup></Project>");
        await WriteAsync("Between/It.cs", "public static class It { public static string Id => Sayings.Scenes.Intro.Welcome.Id; }");
        await WriteAsync(
            "App/App.csproj",
            $"""{Head}<OutputType>Exe</OutputType></PropertyGroup><ItemGroup>{reference}"""
                + """<ProjectReference Include="../Between/Between.csproj" /></ItemGroup></Project>"""
        );
        await WriteAsync(
            "App/Program.cs",
            "using var audio = Sayings.Scenes.Intro.Welcome.OpenAudio(); System.Console.WriteLine(It.Id.Length > 0 ? audio.Length : 0);"
        );
        // The packed library, and what it depends on, from where this machine's packages come.
        var config = await File.ReadAllTextAsync(Path.Combine(Machine.Feed.Root, "nuget.config"));
        await WriteAsync(
            "nuget.config",
            config
                .Replace("<clear />", $"""<clear /><add key="library" value="{packed}" />""", StringComparison.Ordinal)
                .Replace(
                    "<packageSource key=\"packed\">",
                    "<packageSource key=\"library\"><package pattern=\"Sayings\" /></packageSource><packageSource key=\"packed\">",
                    StringComparison.Ordinal
                )
        );

        async Task WriteAsync(string path, string text)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await File.WriteAllTextAsync(full, text);
        }
    }

    private static async Task ShouldSpeakAsync(LessonProject lesson, string folder)
    {
        lesson.Audio(folder).Values.ShouldBe(lesson.Lock.Segments.Values.Select(s => s.AudioHash));
        var welcome = (await lesson.RunAsync(folder))["Scenes.Intro.Welcome"];
        welcome.Path.ShouldBe(Path.Combine(folder, "narration", "Lesson", "Scenes.Intro.Welcome.wav"));
        Directory.EnumerateFiles(folder, "*.wav", SearchOption.AllDirectories).Count().ShouldBe(1);
    }
}
