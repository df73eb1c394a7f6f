namespace FlamingHorse.Narration.Acceptance;

public sealed class OddProjectTests : AcceptanceTest
{
    [Theory]
    [InlineData("a b;c@d,e'f")]
    [InlineData("50% Mööse (1) & $x")]
    public async Task A_folder_may_have_any_name(string folder)
    {
        var lesson = Machine
            .NewProject("Lesson", folder)
            .Scene("Intro", ("Welcome", "Welcome to the lesson."))
            .Item("""<NarrationVoice Include="guest" ReferenceAudio="voices/guest.wav" ReferenceText="voices/guest.txt" />""")
            .Item("""<NarrationLexicon Include="lexicon.txt" />""")
            .Item("""<Narration Include="Guest.Question" Voice="guest" Text="Why is that so?" />""")
            .Write("voices/guest.txt", "This is what the guest says.\n")
            .Write("lexicon.txt", "lesson = less on\n");
        Sine.Write(lesson.At("voices/guest.wav"), 200);

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        Machine.Worker.Spoken.Order().ShouldBe(["Welcome to the less on.", "Why is that so?"]);
        var app = await lesson.RunAsync();
        app.Segments.ShouldAllBe(s => AudioFolder.SampleCount(s.Path!) == s.SampleCount);
        Machine.Worker.Clear();
        // What is ours only: with a semicolon in its path the SDK compiles any project again.
        FolderSnapshot Ours() =>
            FolderSnapshot.Of(lesson.Intermediate(), Path.Combine(lesson.Output(), "narration"), lesson.LockFile, Machine.Cache);
        var before = Ours();
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        before.ChangesTo(Ours()).ShouldBeEmpty();
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Visual_Basic_is_told_that_narration_needs_CSharp()
    {
        var lesson = new LessonProject(Machine, Path.Combine(Machine.Root, "Lesson"), "Lesson") { Extension = ".vbproj" };
        lesson
            .Set("OutputType", null)
            .Set("ImplicitUsings", null)
            .Set("Nullable", null)
            .Delete("Program.cs")
            .Write("Class1.vb", "Public Class Class1\nEnd Class\n");

        (await lesson.BuildAsync()).ShouldFailWith("FHN1020").Text.ShouldContain("C#");
    }

    [Fact]
    public async Task A_test_project_uses_its_narration_like_an_app()
    {
        var lesson = new LessonProject(Machine, Path.Combine(Machine.Root, "Tests"), "Tests")
        {
            Packages = ["Microsoft.NET.Test.Sdk/18.11.0"],
        };
        lesson.Delete("Program.cs").Set("OutputType", null).Scene("Intro", ("Welcome", "Welcome to the lesson."));

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        lesson.Audio().Values.ShouldBe([lesson.Lock["Scenes.Intro.Welcome"].AudioHash]);
    }

    [Fact]
    public async Task A_project_without_narration_pays_next_to_nothing()
    {
        var lesson = Machine.NewProject().Write("Program.cs", "System.Console.WriteLine();");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        var shares = new List<double>();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var build = (await lesson.BuildLoggedAsync()).ShouldSucceedWithoutWarnings();
            shares.Add(build.TimeInOurTargets / build.Elapsed);
        }

        Machine.Shims.Starts.ShouldBeEmpty();
        File.Exists(lesson.LockFile).ShouldBeFalse();
        lesson.Audio().ShouldBeEmpty();
        // A share, since other tests run beside this one.
        shares.Min().ShouldBeLessThan(0.03, string.Join(", ", shares));
    }

    [Fact]
    public async Task A_build_piped_into_another_program_ends_when_the_build_ends()
    {
        Machine.Worker.Use("--ignore-term");
        var lesson = Machine
            .NewProject()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Rule", "Each entry sums a row and a column."));
        await lesson.PrepareAsync();

        var output = await Machine.BashAsync(
            $$"""
            cd '{{lesson.Folder}}'
            {
              {
                {{Machine.Feed.Tools.Dotnet}} build --no-restore -nologo -nr:false -tl:off
                date +%s%N > '{{Machine.Root}}/build-ended'
              } | cat
              date +%s%N > '{{Machine.Root}}/cat-ended'
            } &
            for i in $(seq 1200); do [ -e '{{Machine.Root}}/build-ended' ] && break; sleep 0.1; done
            for i in $(seq 300); do [ -e '{{Machine.Root}}/cat-ended' ] && exit 0; sleep 0.1; done
            echo 'cat still waits'
            """
        );

        output.ShouldNotContain("cat still waits");
        var build = long.Parse(await File.ReadAllTextAsync(Path.Combine(Machine.Root, "build-ended")), provider: null);
        var cat = long.Parse(await File.ReadAllTextAsync(Path.Combine(Machine.Root, "cat-ended")), provider: null);
        TimeSpan.FromMicroseconds((cat - build) / 1000).ShouldBeLessThan(MachineLoad.Stretch(TimeSpan.FromSeconds(3)));
        Machine.Worker.Starts.ShouldBe(1);
    }
}
