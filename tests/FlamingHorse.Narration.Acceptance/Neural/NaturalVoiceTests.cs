namespace FlamingHorse.Narration.Acceptance.Neural;

/// <summary>What a newcomer does: a new project, two packages, a class with annotations, a build.</summary>
public sealed class NaturalVoiceTests : AcceptanceTest
{
    private const string Scene = """
        using FlamingHorse.Narration;

        namespace Lesson;

        public static partial class Intro
        {
            [Narration("Welcome to this video on matrix multiplication.")]
            public static partial NarrationSegment Welcome { get; }

            [Narration("Each entry sums the products of a row and a column.")]
            public static partial NarrationSegment Rule { get; }

            [Narration("By the end you multiply matrices in your head.")]
            public static partial NarrationSegment Goal { get; }
        }

        """;

    [Fact]
    public async Task Two_packages_and_a_build_speak_with_no_python_no_network_and_nothing_in_the_home_folder()
    {
        await CreateAsync();
        await File.WriteAllTextAsync(At("Intro.cs"), Scene);

        var first = await DotnetAsync("build", "-tl:off", "-nr:false");

        first.ShouldContain("Narration: 3 synthesized, 0 cached");
        first.ShouldContain("0 Warning(s)");
        foreach (var name in new[] { "Welcome", "Rule", "Goal" })
        {
            AudioFolder.SampleCount(At($"bin/Debug/net10.0/narration/Lesson/Intro.{name}.wav")).ShouldBeInRange(36_000, 120_000);
        }

        var locked = LockView.Read(At("narration.lock.json"));
        Machine.Shims.Starts.ShouldBeEmpty();

        await File.WriteAllTextAsync(At("Intro.cs"), Scene.Replace("in your head", "in your sleep", StringComparison.Ordinal));
        (await DotnetAsync("build", "-tl:off", "-nr:false")).ShouldContain("Narration: 1 synthesized, 2 cached");
        var changed = LockView.Read(At("narration.lock.json"));
        changed["Intro.Rule"].AudioHash.ShouldBe(locked["Intro.Rule"].AudioHash);
        changed["Intro.Goal"].AudioHash.ShouldNotBe(locked["Intro.Goal"].AudioHash);

        var before = Snapshot();
        (await DotnetAsync("build", "-tl:off", "-nr:false")).ShouldNotContain("Narration:");
        before.ChangesTo(Snapshot()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Preparing_checks_the_voice_and_speaks_a_trial()
    {
        var lesson = Speaking().Scene("Intro", ("Welcome", "Welcome to the lesson."));

        var prepared = (await lesson.BuildAsync("-t:PrepareNarration")).ShouldSucceed();

        prepared.Output.ShouldContain("Preparing voice backend: neural");
        prepared.Output.ShouldMatch(@"ok +voice +heart in .*, all hashes right");
        prepared.Output.ShouldMatch(@"ok +trial clip +[\d.]+ s of speech in");
        prepared.Output.ShouldContain("Voice backend prepared (neural)");
    }

    [Fact]
    public async Task Refusals_are_reported_at_their_text_and_the_rest_is_spoken()
    {
        var lesson = Speaking()
            .Scene("Intro", ("Good", "This is said."), ("Half", "The matrix 矩阵 is large."))
            .Item("""<Narration Include="Outro.German" Text="Willkommen." Language="German" />""");

        var build = await lesson.BuildAsync();

        build.ShouldFailWith("FHN2045").Text.ShouldContain("'Outro.German' is in German");
        build.Output.ShouldContain("warning FHN2046");
        lesson.Summary().Synthesized.ShouldBe(2);

        // Said again from lock and cache, as long as it holds.
        lesson.RemoveItem("""<Narration Include="Outro.German" Text="Willkommen." Language="German" />""");
        (await lesson.BuildAsync()).ShouldSucceed().Output.ShouldContain("warning FHN2046");
    }

    [Fact]
    public async Task Errors_for_an_unknown_voice_and_a_text_without_a_sound_say_what_is_available()
    {
        var unknown = Speaking().Set("NarrationModel", "soul").Scene("Intro", ("Welcome", "Welcome."));
        (await unknown.BuildAsync()).ShouldFailWith("FHN2007").Text.ShouldContain("Voices here: heart");

        var silent = Speaking("Silent").Scene("Intro", ("Nothing", "矩阵"));
        (await silent.BuildAsync()).ShouldFailWith("FHN2040").Text.ShouldContain("no pronunciation");
    }

    [Fact]
    public async Task Without_its_package_the_error_names_the_package_of_the_locks_voice()
    {
        var lesson = Speaking().Scene("Intro", ("Welcome", "Welcome."));
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        var clone = Speaking("Lesson", "clone", withPackage: false).Scene("Intro", ("Welcome", "Welcome."));
        File.Copy(lesson.LockFile, clone.LockFile);

        (await clone.BuildAsync()).ShouldSucceedWithoutWarnings();
        clone.Scene("Intro", ("Welcome", "Welcome."), ("New", "Something new."));
        (await clone.BuildAsync()).ShouldFailWith("FHN2044").Text.ShouldContain("dotnet add package FlamingHorse.Narration.Speech");
    }

    [Fact]
    public async Task The_authors_pace_and_phonemes_change_the_length()
    {
        var lesson = Speaking().Scene("Intro", ("Cauchy", "A theorem of Cauchy."));
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        var plain = (await lesson.RunAsync())["Scenes.Intro.Cauchy"].SampleCount;

        lesson.Item("""<NarrationVoice Include="narrator" Speed="0.5" />""");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        (await lesson.RunAsync())["Scenes.Intro.Cauchy"].SampleCount.ShouldBeInRange(plain * 3 / 2, plain * 5 / 2);

        lesson.RemoveItem("""<NarrationVoice Include="narrator" Speed="0.5" />""");
        lesson.Write("lexicon.txt", "Cauchy = /kˈOʃikˈOʃikˈOʃi/\n").Item("""<NarrationLexicon Include="lexicon.txt" />""");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        (await lesson.RunAsync())["Scenes.Intro.Cauchy"].SampleCount.ShouldBeGreaterThan(plain);
    }

    private LessonProject Speaking(string name = "Lesson", string? folder = null, bool withPackage = true) =>
        new LessonProject(Machine, Path.Combine(Machine.Root, folder ?? name), name)
        {
            Packages = withPackage ? [Machine.Feed.SpeechPackage] : [],
        }
            .Set("NarrationBackend", null)
            .Set("NarrationWorkerCommand", null);

    private async Task CreateAsync()
    {
        Directory.CreateDirectory(At(""));
        await DotnetAsync("new", "console", "--no-restore");
        await DotnetAsync("add", "package", "FlamingHorse.Narration", "--version", Machine.Feed.Version);
        await DotnetAsync("add", "package", "FlamingHorse.Narration.Speech", "--version", Machine.Feed.Version);
    }

    private FolderSnapshot Snapshot() => FolderSnapshot.Of(At("obj"), At("bin"), At("narration.lock.json"), Machine.Cache);

    private string At(string path) => Path.Combine(Machine.Root, "Lesson", path);

    private async Task<string> DotnetAsync(params IEnumerable<string> arguments)
    {
        using var run = Machine.Start(Machine.Feed.Tools.Dotnet, At(""), arguments);
        (await run.WaitAsync()).ShouldBe(0, run.Output);
        return run.Output;
    }
}
