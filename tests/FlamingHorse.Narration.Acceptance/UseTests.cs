namespace FlamingHorse.Narration.Acceptance;

public sealed class UseTests : AcceptanceTest
{
    [Fact]
    public async Task A_program_times_its_scenes_by_what_was_spoken()
    {
        var lesson = Machine
            .NewProject()
            .Scene(
                "Intro",
                ("Welcome", "Welcome to the lesson."),
                ("Rule", "Each entry sums the products of a <mark name='row'/>row and a <mark name='column'/>column.")
            )
            .Item("""<Narration Include="outro.standing-waves" Text="These are standing waves." />""")
            .Write(
                "Program.cs",
                """
                using FlamingHorse.Narration;
                using Lesson.Scenes;

                var rule = Intro.Rule;
                Check(rule.At("row").At > rule.SpeechStart && rule.At("row").At < rule.At("column").At
                    && rule.At("column").At < rule.SpeechEnd);
                Check(Intro.RuleCues.Row == rule.At("row") && rule.Cues.Count == 2 && Intro.RuleCues.Row.IsEstimated);
                Check(rule.Split(2, 1, 1).Aggregate(TimeSpan.Zero, (a, b) => a + b) == rule.Duration);
                Check(Intro.NarrationSegments.SequenceEqual([Intro.Welcome, Intro.Rule]));
                Check(NarrationCatalog.All.Count == 3 && NarrationCatalog.Find("scenes.intro.RULE") == rule
                    && NarrationCatalog.Find("nothing") is null);
                var waves = Lesson.Narration.Outro.StandingWaves;
                Check(waves.Id == "outro.standing-waves" && !waves.IsEstimated && File.Exists(waves.GetFullPath()));

                var t = NarrationTimeline.Sequence(
                    new() { Gap = TimeSpan.FromSeconds(0.4), LeadIn = TimeSpan.FromSeconds(1), SnapTo = new FrameRate(60) },
                    Intro.Welcome, rule, waves);
                Check(t.Entries.Count == 3 && t[rule].Start > t[Intro.Welcome].Start + Intro.Welcome.Duration);
                Check(t.Entries.Sum(e => t.Frames(e, new FrameRate(30000, 1001)).Count) > 0);
                Check(t.ToSrt().Contains("row and a column") && t.ToWebVtt().StartsWith("WEBVTT"));
                using var track = new MemoryStream();
                t.WriteWav(track);
                Check(track.Length > t.SampleCount * 2);

                static void Check(bool holds, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(holds))] string? what = null)
                {
                    if (!holds) throw new InvalidOperationException(what);
                }
                """
            );

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        await lesson.RunAsync();
        File.Exists(Path.Combine(lesson.Output(), "narration", "Lesson", "outro.standing-waves.wav")).ShouldBeTrue();
    }

    [Fact]
    public async Task Items_are_read_as_MSBuild_reads_them_and_what_it_changed_is_reported()
    {
        var lesson = Machine
            .NewProject()
            .Item("""<Narration Include="A.Percent" Text="One hundred %25 of it &amp; more; even 'quotes'." />""")
            .Item("""<Narration Include="A.Property" Text="Built as $(Configuration)." />""")
            .Item("""<Narration Include="A.Why?" Text="It vanishes." />""")
            .Item("""<Narration Include="A.Said" Text="The entry C i j." SpokenAs="the entry in row i and column j" />""");

        var build = (await lesson.BuildAsync()).ShouldSucceed();

        build
            .Warnings.Select(w => (w.Code, Path.GetFileName(w.File)))
            .Order()
            .ShouldBe([("FHN1014", "Lesson.csproj"), ("FHN1015", "Lesson.csproj")]);
        build.Warnings.ShouldAllBe(w => w.Line > 1);
        var app = await lesson.RunAsync();
        app.Ids.ShouldBe(["A.Percent", "A.Property", "A.Said"]);
        app["A.Percent"].Text.ShouldBe("One hundred % of it & more; even 'quotes'.");
        app["A.Property"].Text.ShouldBe("Built as Debug.");
        app["A.Said"].Text.ShouldBe("The entry C i j.");
        Machine.Worker.Spoken.ShouldContain("the entry in row i and column j");
    }

    [Fact]
    public async Task An_edit_elsewhere_compiles_and_leaves_the_narration_alone()
    {
        var lesson = Machine.NewProject().Scene("Intro", ("Welcome", "Welcome to the lesson."));
        (await lesson.BuildAsync()).ShouldSucceed();
        Machine.Worker.Clear();
        string[] ours =
        [
            Path.Combine(lesson.Intermediate(), "manifest.json"),
            Path.Combine(lesson.Output(), "narration"),
            lesson.LockFile,
            Machine.Cache,
        ];
        var before = FolderSnapshot.Of(ours);

        lesson.Write("Other.cs", "static class Other { }");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        before.ChangesTo(FolderSnapshot.Of(ours)).ShouldBeEmpty();
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_voice_that_nobody_configured_is_an_error_at_the_line_that_names_it()
    {
        var lesson = Machine
            .NewProject()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."))
            .Item("""<Narration Include="Guest.Question" Voice="nobody" Text="Why is that so?" />""");

        var error = (await lesson.BuildAsync()).ShouldFailWith("FHN2013");

        Path.GetFileName(error.File).ShouldBe("Lesson.csproj");
        error.Line.ShouldBe(
            (await File.ReadAllLinesAsync(lesson.ProjectFile))
                .Index()
                .Single(l => l.Item.Contains("nobody", StringComparison.Ordinal))
                .Index + 1
        );
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_clone_without_audio_writes_a_track_with_silence_in_its_place_and_leaves_no_half_written_file()
    {
        const string Program = """
            using FlamingHorse.Narration;
            using Lesson.Scenes;

            var t = NarrationTimeline.Sequence(new() { Gap = TimeSpan.FromSeconds(0.4) }, Intro.Welcome, Intro.Rule);
            try
            {
                t.WriteWav("refused.wav");
            }
            catch (FileNotFoundException)
            {
                Console.WriteLine("refused");
            }

            t.WriteWav("track.wav", NarrationMissingAudio.Silence);
            Console.WriteLine(new FileInfo("track.wav").Length == 44 + (2 * t.SampleCount));
            """;
        var lesson = Machine
            .NewProject()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Rule", "Each entry sums a row and a column."))
            .Write("Program.cs", Program);
        (await lesson.BuildAsync()).ShouldSucceed();
        (await RunAsync(lesson)).ShouldBe("True\n");

        Machine.UseHome("second");
        var clone = Machine
            .NewProject(folder: "clone")
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Rule", "Each entry sums a row and a column."))
            .Write("Program.cs", Program);
        File.Copy(lesson.LockFile, clone.LockFile);
        (await clone.BuildAsync()).ShouldSucceed().Warnings.ShouldHaveSingleItem().Code.ShouldBe("FHN3005");

        (await RunAsync(clone)).ShouldBe("refused\nTrue\n");
        Directory.EnumerateFiles(clone.Output(), "refused*").ShouldBeEmpty();

        async Task<string> RunAsync(LessonProject project)
        {
            using var run = Machine.Start(Machine.Feed.Tools.Dotnet, project.Output(), "Lesson.dll");
            (await run.WaitAsync()).ShouldBe(0, run.Output);
            return run.Output;
        }
    }
}
