using System.Text.Json;
using FlamingHorse.Narration.Acceptance.Neural;

namespace FlamingHorse.Narration.Acceptance.Mlx;

/// <summary>The MLX worker hears its own takes: transcript, times of words, likeness, in the process that spoke them.</summary>
public sealed class MlxRecognizerTests : MlxTest
{
    private const string Text = "Each entry sums the products of a <mark name='row'/>row and a <mark name='column'/>column.";

    [Fact]
    public async Task A_cloned_voice_has_words_from_its_aligner_and_no_cue_is_an_estimate()
    {
        await Mlx.GetEarsAsync(Machine);
        var lesson = Lesson();

        Codes((await lesson.BuildAsync()).ShouldSucceed()).ShouldBeEmpty();

        var told = await SpokenWords.ReadAsync(Machine, lesson);
        told.Lines.Count.ShouldBe(11 + 2 + 6 + 6);
        told.Lines.ShouldAllBe(line => !line.Contains("est.", StringComparison.Ordinal));
        told.Cue("row").ShouldBe(told.Start("row"));
        Checks(lesson).ShouldBe(Enumerable.Repeat("heard mlx Qwen3-ASR-0.6B-8bit Qwen3-ForcedAligner-0.6B-8bit chatterbox-fp16", 3));
        Mlx.ProcessIds.Count.ShouldBe(1);
        Mlx.Loads.Count.ShouldBe(1);
        Mlx.Events("load_recognizer").Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_take_without_its_last_word_and_one_in_another_voice_are_made_again()
    {
        await Mlx.GetEarsAsync(Machine);
        var lesson = Lesson();
        Sine.Write(lesson.At("voice/ref.wav"), 200, seconds: 8); // long enough to be compared with itself
        Mlx.Does(new { mishear = Once("second line"), stranger = Once("third line") });

        (await lesson.BuildAsync()).ShouldSucceed();

        Mlx.Spoken.Count.ShouldBe(5);
        Checks(lesson).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("crash")]
    [InlineData("hang")]
    [InlineData("oom")]
    public async Task A_worker_that_dies_while_listening_goes_on_without_a_recognizer_and_says_so_once(string fault)
    {
        await Mlx.GetEarsAsync(Machine);
        Machine.Set("NARRATION_WORKER_SILENCE", "8");
        Mlx.Does(new Dictionary<string, object> { [$"hear_{fault}"] = new { on = "" } });
        var lesson = Lesson();

        var build = (await lesson.BuildAsync()).ShouldSucceed();

        // A worker that says that it runs out of memory dies a moment later; it is started again only if something is left to speak then.
        var codes = Codes(build).Distinct().Order().ToList();
        codes.Where(code => fault != "oom" || code != "FHN2030").ShouldBe(fault == "oom" ? ["FHN2061"] : ["FHN2030", "FHN2061"]);
        build.Warnings.Count(warning => warning.Code == "FHN2061").ShouldBe(1);
        lesson.Lock.Ids.Count().ShouldBe(3);
        Checks(lesson).ShouldBeEmpty();
    }

    [Fact]
    public async Task Missing_models_are_reported_only_where_the_recognizer_was_named()
    {
        var lesson = Lesson();
        (await lesson.BuildAsync()).ShouldSucceed().Output.ShouldContain("nobody has listened to 3 new takes");

        var named = (await lesson.BuildAsync("-p:NarrationRetake=*", "-p:NarrationRecognizer=mlx")).ShouldSucceed();
        Codes(named).ShouldBe(["FHN2062"]);
        var warning = named.Warnings.Single(warning => warning.Code == "FHN2062");
        warning.Text.ShouldContain("Qwen3-ASR-0.6B-8bit");
        warning.Text.ShouldContain("NarrationAllowDownload=true");
    }

    [Fact]
    public async Task Unheard_takes_are_transcribed_by_a_check_that_synthesizes_nothing()
    {
        var lesson = Lesson();
        (await lesson.BuildAsync()).ShouldSucceed();
        await Mlx.GetEarsAsync(Machine);

        var check = (await lesson.BuildAsync("-t:CheckNarration", "-p:NarrationLockedMode=true")).ShouldSucceed();

        check.Output.ShouldContain("narrator: 3 takes heard");
        Mlx.Spoken.Count.ShouldBe(3);
        Mlx.Loads.Count.ShouldBe(1);
    }

    private LessonProject Lesson() =>
        NewLesson()
            .Write("Program.cs", SpokenWords.Program)
            .Scene("Intro", ("Rule", Text), ("Second", "This is the second line here."), ("Third", "And that is the third line."));

    /// <summary>Without the one about the version that the stand-in plays.</summary>
    private static IReadOnlyList<string> Codes(BuildResult build) =>
        [.. build.Warnings.Select(warning => warning.Code).Where(code => code != "FHN2027")];

    private static object Once(string part) => new { on = part, times = 1 };

    private static IReadOnlyList<string> Checks(LessonProject lesson) =>
        [
            .. JsonDocument
                .Parse(File.ReadAllText(lesson.LockFile))
                .RootElement.GetProperty("segments")
                .EnumerateObject()
                .Where(segment => segment.Value.TryGetProperty("check", out _))
                .Select(segment => segment.Value.GetProperty("check"))
                .Select(check => $"{check.GetProperty("verdict").GetString()} {Unrevised(check.GetProperty("by").GetString()!)}"),
        ];

    /// <summary>Names without the revisions behind them.</summary>
    private static string Unrevised(string by) =>
        string.Join(' ', by.Split(' ').Where(word => !word.StartsWith("89abcdef", StringComparison.Ordinal)));
}
