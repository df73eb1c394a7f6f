namespace FlamingHorse.Narration.Acceptance.Mlx;

public sealed class FaultyClipTests : MlxTest
{
    /// <summary>Many letters and few words: a batch would cut it at 75 frames.</summary>
    private const string LongWords =
        "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz und Donaudampfschifffahrtsgesellschaftskapitaen.";

    [Fact]
    public async Task A_clip_that_fails_once_is_made_again_alone_and_the_rest_of_its_batch_stays()
    {
        var lesson = NewLesson()
            .Scene(
                "Intro",
                [
                    ("First", "We begin with something quiet."),
                    ("Endless", "This clip never ends at first."),
                    ("Absent", "This one is left out at first."),
                    ("Silent", "This one is silent at first."),
                    ("Clipped", "This one is overdriven at first."),
                    (
                        "Early",
                        "This one stops very early, at least at first it does, although it would have had so much more to say to all of "
                            + "us here."
                    ),
                    ("Broken", "This one has no numbers at first."),
                    ("Prints", "This one makes a library print."),
                    ("LongWords", LongWords),
                ]
            );
        Mlx.Does(
            new
            {
                endless = Once("never ends"),
                absent = Once("left out"),
                silent = Once("is silent"),
                clip = Once("overdriven"),
                early = Once("very early"),
                nan = Once("no numbers"),
                print = Once("library print"),
            }
        );

        var build = (await lesson.BuildLoggedAsync()).ShouldSucceed();

        Mlx.ProcessIds.Count.ShouldBe(1);
        var takes = Mlx.Spoken.CountBy(text => text).ToDictionary();
        takes
            .Where(t => t.Value == 1)
            .Select(t => t.Key)
            .ShouldBe(["We begin with something quiet.", "This one makes a library print."], ignoreOrder: true);
        takes.Where(t => t.Value == 2).Count().ShouldBe(7);
        Mlx.Batches.Skip(2).ShouldAllBe(batch => batch.Count == 1);
        lesson.Lock.Ids.Count().ShouldBe(9);
        lesson.Audio().Values.Order().ShouldBe(lesson.Lock.Segments.Values.Select(s => s.AudioHash).Order());
        Texts(build).ShouldContain(text => text.Contains("junk from a library on stdout", StringComparison.Ordinal));
        Texts(build).ShouldContain(text => text.Contains("junk on descriptor 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_that_never_ends_fails_by_name_after_three_attempts_and_the_others_are_kept()
    {
        var lesson = NewLesson().Scene("Intro", [.. Lines(4), ("Endless", "This clip never ends.")]);
        Mlx.Does(new { endless = new { on = "never ends" } });

        var error = (await lesson.BuildAsync()).ShouldFailWith("FHN4001");

        error.File.ShouldEndWith("Intro.cs");
        error.Line.ShouldBeGreaterThan(0);
        error.Text.ShouldContain("attempt 3");
        Mlx.Spoken.Count(text => text == "This clip never ends.").ShouldBe(3);
        Mlx.Clear();
        Mlx.Does(new { });
        (await lesson.BuildAsync()).ShouldSucceed();
        Mlx.Spoken.ShouldBe(["This clip never ends."]);
    }

    [Fact]
    public async Task A_reference_that_makes_the_model_degenerate_is_named_after_its_first_clip_and_other_voices_go_on()
    {
        var lesson = NewLesson()
            .Scene("Intro", Lines(3))
            .Item("""<NarrationVoice Include="guest" ReferenceAudio="guest/ref.wav" ReferenceText="guest/ref.txt" />""");
        WriteReference(lesson, "guest", 330, "These are not the words of the recording at all.");
        foreach (var (member, text) in Lines(12).Skip(3))
        {
            lesson.Item($"""<Narration Include="Guest.{member}" Voice="guest" Text="{text}" />""");
        }

        Mlx.Does(new { endless = new { on = "not the words of the recording" } });

        var build = await lesson.BuildAsync();

        build.ShouldFailWith("FHN2012").Text.ShouldContain("'guest'");
        var ofGuest = Mlx.Events("generate")
            .Where(e => e.GetProperty("ref_text").GetString()!.StartsWith("These", StringComparison.Ordinal))
            .ToList();
        ofGuest.Count.ShouldBeLessThanOrEqualTo(4, "nobody waits for nine clips that cannot be");
        Mlx.Clear();
        Mlx.Does(new { });
        lesson.Write("guest/ref.txt", "A tone of five seconds that passes for a guest.\n");
        (await lesson.BuildAsync()).ShouldSucceed();
        Mlx.Spoken.Count.ShouldBe(9, "the narrator's clips were kept");
    }

    private static object Once(string text) => new { on = text, times = 1 };

    private static IEnumerable<string> Texts(BuildResult build) =>
        build.Log.FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Message>().Select(m => m.Text);
}
