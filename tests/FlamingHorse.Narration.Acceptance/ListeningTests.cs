using System.Text.Json;

namespace FlamingHorse.Narration.Acceptance;

/// <summary>Takes are listened to, by a recognizer that hears every take say its text except where the test says otherwise.</summary>
public sealed class ListeningTests : AcceptanceTest
{
    [Fact]
    public async Task One_wrong_take_of_five_is_detected_and_made_again_and_the_build_says_what_was_heard()
    {
        var lesson = Lesson();
        Listens("--match third", "--times 1", "--says {but-last}");

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        Machine.Worker.Spoken.Count.ShouldBe(6);
        var checks = Checks(lesson);
        checks.Count.ShouldBe(5);
        checks.ShouldAllBe(check => check == "heard scripted model 0123456789ab");
        var rows = Rows(lesson);
        rows.Sum(row => row.GetProperty("attempts").GetInt32()).ShouldBe(6);
        rows.ShouldAllBe(row => row.GetProperty("heard").GetString()!.EndsWith("line."));
        var voice = Summary(lesson).GetProperty("voices").EnumerateArray().ShouldHaveSingleItem();
        voice.GetProperty("voice").GetString().ShouldBe("narrator");
        voice.GetProperty("heard").GetInt32().ShouldBe(5);
        voice.GetProperty("wordErrorRate").GetDouble().ShouldBe(0);
        (voice.GetProperty("doubtful").GetInt32(), voice.GetProperty("refused").GetInt32()).ShouldBe((0, 0));
        Machine.Worker.Clear();
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Shims.Starts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_take_that_always_lacks_its_last_word_is_an_error_that_names_the_word_and_is_not_stored()
    {
        var lesson = Lesson();
        Listens("--match third", "--says {but-last}");

        var error = (await lesson.BuildAsync()).ShouldFailWith("FHN4001");

        error.Text.ShouldContain("did not hear");
        error.Text.ShouldContain("\"line\"");
        error.Text.ShouldContain("SpokenAs");
        lesson.Lock.Ids.Count().ShouldBe(4);
        Directory.EnumerateFiles(Machine.Cache, "*.wav", SearchOption.AllDirectories).Count().ShouldBeLessThanOrEqualTo(4);
    }

    [Theory]
    [InlineData("--says {but-last}", "")]
    [InlineData("", "--pause --match third")]
    public async Task A_refused_take_can_be_heard_until_the_next_build_and_is_kept_when_a_person_finds_it_good(string hears, string speaks)
    {
        var lesson = Lesson();
        Machine.Worker.Use(speaks);
        Listens(hears.Length == 0 ? "" : "--match third " + hears);
        var error = (await lesson.BuildAsync()).ShouldFailWith("FHN4001");
        var id = Rows(lesson)
            .Select(row => row.GetProperty("id").GetString()!)
            .Single(id => id.EndsWith("Third", StringComparison.Ordinal));
        var take = Rows(lesson).Single(row => row.GetProperty("id").GetString() == id).GetProperty("refusedTake").GetString()!;
        error.Text.ShouldContain(take);
        error.Text.ShouldContain($"NarrationAccept={id}");
        take.ShouldStartWith(lesson.Intermediate());
        var sound = await File.ReadAllBytesAsync(take);
        lesson.Lock.Ids.ShouldNotContain(id);
        Machine.Worker.Clear();

        (await lesson.BuildAsync($"-p:NarrationAccept={id}")).ShouldSucceedWithoutWarnings();

        Machine.Shims.Starts.ShouldBeEmpty();
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(sound)).ShouldBe(lesson.Lock[id].AudioHash);
        Checks(lesson).Count(check => check == "accepted a person").ShouldBe(1);
        File.Exists(take).ShouldBeFalse();
        lesson.Audio().Values.ShouldContain(lesson.Lock[id].AudioHash);
        (await lesson.BuildAsync("-p:NarrationCheck=Required", "-p:NarrationLockedMode=true")).ShouldSucceedWithoutWarnings();
    }

    [Fact]
    public async Task A_refused_take_that_nobody_accepts_is_removed_by_the_next_build()
    {
        var lesson = Lesson();
        Listens("--match third", "--says {but-last}");
        (await lesson.BuildAsync()).ShouldFailWith("FHN4001");
        Directory.EnumerateFiles(Path.Combine(lesson.Intermediate(), "refused")).Count().ShouldBe(2);
        Listens();
        Machine.Worker.Clear();

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        Machine.Worker.Spoken.ShouldBe(["Here is the third line."]);
        Directory.Exists(Path.Combine(lesson.Intermediate(), "refused")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_take_in_another_voice_is_made_again_and_if_every_take_is_the_error_says_what_was_measured()
    {
        var lesson = Lesson().Set("NarrationVoiceDirectory", "voice").Write("voice/ref.txt", "What it says.");
        Sine.Write(lesson.At("voice/ref.wav"), 130);
        Listens("--similarity 0.85", "--own 0.87", "--match third", "--times 1", "--other-voice 0.42");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Worker.Spoken.Count(text => text.Contains("third")).ShouldBe(2);

        Listens("--similarity 0.85", "--own 0.87", "--match third", "--other-voice 0.42");
        var error = (await lesson.BuildAsync("-p:NarrationRetake=*Third")).ShouldFailWith("FHN4001");
        error.Text.ShouldContain("another voice (likeness 0.42, where the voice's own recording has 0.87)");
    }

    [Fact]
    public async Task The_same_wrong_words_twice_are_a_doubt_that_an_audit_settles_for_good()
    {
        var lesson = Lesson();
        Listens("--match third", "--says \"Here is the burred line.\"");
        var warning = (await lesson.BuildAsync()).ShouldSucceed().Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe("FHN4002");
        warning.Text.ShouldContain("heard \"burred\" for \"third\"");
        (await lesson.BuildAsync("-p:NarrationCheck=Required")).ShouldFailWith("FHN4003");

        var id = lesson.Lock.Ids.Single(id => id.EndsWith("Third", StringComparison.Ordinal));
        var entry = new
        {
            id,
            audio = lesson.Lock[id].AudioHash,
            verdict = "good",
        };
        lesson.Write(
            "narration.audit.json",
            JsonSerializer.Serialize(
                new
                {
                    schema = 1,
                    project = "Lesson",
                    entries = new[] { entry },
                }
            )
        );
        (await lesson.BuildAsync("-p:NarrationAccept=narration.audit.json")).ShouldSucceedWithoutWarnings();

        Checks(lesson).Count(check => check == "accepted a person").ShouldBe(1);
        (await lesson.BuildAsync("-p:NarrationCheck=Required")).ShouldSucceedWithoutWarnings();
        (await lesson.BuildAsync("-p:NarrationCheck=Required", "-p:NarrationLockedMode=true")).ShouldSucceedWithoutWarnings();
    }

    [Fact]
    public async Task A_check_of_a_locked_lesson_synthesizes_nothing_and_reports_unheard_takes()
    {
        var lesson = Lesson();
        lesson.Set("NarrationRecognizer", "None");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        var before = await File.ReadAllBytesAsync(lesson.LockFile);
        lesson.Set("NarrationRecognizer", null);
        Listens("--match third", "--says {but-last}");
        Machine.Worker.Clear();

        var check = (await lesson.BuildAsync("-t:CheckNarration", "-p:NarrationLockedMode=true")).ShouldSucceed();

        check.Warnings.ShouldHaveSingleItem().Code.ShouldBe("FHN4006");
        check.Output.ShouldContain("narrator: 5 takes heard");
        Machine.Worker.Spoken.ShouldBeEmpty();
        (await File.ReadAllBytesAsync(lesson.LockFile)).ShouldBe(before);
        var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(lesson.Intermediate(), "check.json"))).RootElement;
        report.GetProperty("takes").EnumerateArray().Count(take => take.GetProperty("verdict").GetString() == "refused").ShouldBe(1);
        (await lesson.BuildAsync("-t:CheckNarration", "-p:NarrationLockedMode=true", "-p:NarrationCheck=Required")).ShouldFailWith(
            "FHN4003"
        );

        Listens();
        (await lesson.BuildAsync("-p:NarrationRetake=failed")).ShouldSucceedWithoutWarnings();
        Machine.Worker.Spoken.ShouldBe(["Here is the third line."]);
        (await lesson.BuildAsync("-t:CheckNarration")).ShouldSucceedWithoutWarnings();
        Checks(lesson).Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("--exit")]
    [InlineData("--junk")]
    [InlineData("--nan")]
    [InlineData("--outside")]
    public async Task A_recognizer_that_fails_never_fails_the_build(string fault)
    {
        var lesson = Lesson();
        Listens(fault);
        var build = (await lesson.BuildAsync()).ShouldSucceed();
        build.Warnings.ShouldHaveSingleItem().Code.ShouldBe("FHN2061");
        lesson.Lock.Ids.Count().ShouldBe(5);
        Checks(lesson).ShouldBeEmpty();
        build.Output.ShouldContain("nobody has listened to 5 new takes");
    }

    private LessonProject Lesson() =>
        Machine
            .NewProject()
            .Set("NarrationRecognizerCommand", Recognizer)
            .Scene(
                "Intro",
                new[] { "first", "second", "third", "fourth", "fifth" }.Select(n =>
                    (char.ToUpperInvariant(n[0]) + n[1..], $"Here is the {n} line.")
                )
            );

    private string Recognizer => Path.Combine(Machine.Root, "narration-recognizer");

    /// <summary>From now on the recognizer acts so; options as at the top of <c>scripted_recognizer.py</c>.</summary>
    private void Listens(params string[] options)
    {
        var script = Path.Combine(PackageFeed.Repository, "tests", "scripted-worker", "scripted_recognizer.py");
        var state = Path.Combine(Machine.Root, "heard");
        File.Delete(state);
        var python = ToolFolder.Find("python3") ?? throw new InvalidOperationException("The scripted recognizer needs python3.");
        Machine.Shims.Write(Recognizer, "recognizer", $"exec '{python}' '{script}' --state '{state}' {string.Join(' ', options)}");
    }

    /// <summary>Verdict and name of whoever gave it, of each take in the lock that has one.</summary>
    private static IReadOnlyList<string> Checks(LessonProject lesson) =>
        [
            .. JsonDocument
                .Parse(File.ReadAllText(lesson.LockFile))
                .RootElement.GetProperty("segments")
                .EnumerateObject()
                .Where(segment => segment.Value.TryGetProperty("check", out _))
                .Select(segment => segment.Value.GetProperty("check"))
                .Select(check => $"{check.GetProperty("verdict").GetString()} {check.GetProperty("by").GetString()}"),
        ];

    private static IReadOnlyList<JsonElement> Rows(LessonProject lesson) => [.. Summary(lesson).GetProperty("rows").EnumerateArray()];

    private static JsonElement Summary(LessonProject lesson) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(lesson.Intermediate(), "build-summary.json"))).RootElement;
}
