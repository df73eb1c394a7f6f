namespace FlamingHorse.Narration.Acceptance;

public sealed class LockedBuildTests : AcceptanceTest
{
    private const string Locked = "-p:NarrationLockedMode=true";

    [Fact]
    public async Task A_fresh_clone_without_voice_or_engine_has_the_same_durations()
    {
        var lesson = await AuthorsAsync();
        var table = Table(await lesson.RunAsync());

        var clone = await CloneAsync(lesson);
        var build = await clone.BuildAsync(Locked);

        build.ShouldSucceed();
        Table(await clone.RunAsync()).ShouldBe(table);
        (await File.ReadAllTextAsync(clone.LockFile)).ReplaceLineEndings("\n").ShouldBe(await File.ReadAllTextAsync(lesson.LockFile));
        (await File.ReadAllTextAsync(clone.LockFile)).ShouldContain("\r\n");
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Draft_takes_never_reach_the_lock()
    {
        var lesson = await AuthorsAsync();
        var table = Table(await lesson.RunAsync());
        var committed = await File.ReadAllBytesAsync(lesson.LockFile);

        (await lesson.BuildAsync("-p:NarrationQuality=Draft")).ShouldSucceedWithoutWarnings();
        (await lesson.RunAsync()).Segments.ShouldAllBe(s => s.IsDraft);
        Machine.Worker.Spoken.Count.ShouldBe(4);
        (await File.ReadAllBytesAsync(lesson.LockFile)).ShouldBe(committed);

        (await lesson.BuildAsync(Locked)).ShouldSucceedWithoutWarnings();
        Table(await lesson.RunAsync()).ShouldBe(table);
        (await lesson.RunAsync()).Segments.ShouldAllBe(s => !s.IsDraft);
        lesson.Audio().Values.Order().ShouldBe(lesson.Lock.Segments.Values.Select(s => s.AudioHash).Order());
    }

    [Fact]
    public async Task A_changed_string_and_a_new_one_fail_at_their_lines()
    {
        var lesson = await AuthorsAsync();
        var clone = await CloneAsync(lesson);
        clone.Scene(
            "Intro",
            ("Welcome", "Welcome to the lesson."),
            ("Rule", "Each entry sums a column and a row."),
            ("Extra", "One more thing.")
        );

        var build = await clone.BuildAsync(Locked);

        build.ExitCode.ShouldNotBe(0);
        build
            .Errors.Select(e => (e.Code, Path.GetFileName(e.File), e.Line))
            .Order()
            .ShouldBe([("FHN3001", "Intro.cs", 13), ("FHN3002", "Intro.cs", 10)]);
        Machine.Shims.Starts.ShouldBeEmpty();
        (await File.ReadAllTextAsync(clone.LockFile)).ReplaceLineEndings("\n").ShouldBe(await File.ReadAllTextAsync(lesson.LockFile));
    }

    /// <summary>Where the voice is: a reference, an engine, and a lock at the end.</summary>
    private async Task<LessonProject> AuthorsAsync()
    {
        var lesson = Machine
            .NewProject("Lesson", "author")
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Rule", "Each entry sums a <mark name='row'/>row and a column."))
            .Write(
                "Lines.cs",
                """"
                using FlamingHorse.Narration;
                namespace Lesson;
                static partial class Lines
                {
                    [Narration("""
                        A text of
                        two lines.
                        """)]
                    public static partial NarrationSegment Both { get; }
                }
                """"
            )
            .Item("""<NarrationVoice Include="guest" ReferenceAudio="voices/guest.wav" ReferenceText="voices/guest.txt" />""")
            .Item("""<Narration Include="Guest.Question" Voice="guest" Text="Why is that so?" />""")
            .Write("voices/guest.txt", "This is what the guest says.\n")
            .Write(".gitignore", "bin/\nobj/\nvoices/\n");
        Sine.Write(lesson.At("voices/guest.wav"), 200);
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Worker.Clear();
        return lesson;
    }

    /// <summary>In a container: no home to speak of, no engine on PATH, no references, no culture data, Windows' line ends.</summary>
    private async Task<LessonProject> CloneAsync(LessonProject lesson)
    {
        await Machine.BashAsync(
            $"""
            set -e; export HOME=/nonexistent GIT_CONFIG_NOSYSTEM=1
            cd '{lesson.Folder}'; git init -q; git add -A; git -c user.name=a -c user.email=a@b -c commit.gpgsign=false commit -qm lesson
            git -c core.autocrlf=true clone -q -c core.autocrlf=true '{lesson.Folder}' '{Machine.Root}/clone'
            rm '{Machine.Worker.Command}'
            """
        );
        Machine.UseHome("container");
        Machine.Shims.Remove();
        Machine.Set("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1");
        return lesson.ClonedTo(Path.Combine(Machine.Root, "clone"));
    }

    private static IEnumerable<(string, long, string?)> Table(AppReport app) =>
        app.Segments.Select(s => (s.Id, s.SampleCount, s.AudioHash));
}
