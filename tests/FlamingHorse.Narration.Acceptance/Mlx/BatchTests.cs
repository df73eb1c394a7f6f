namespace FlamingHorse.Narration.Acceptance.Mlx;

public sealed class BatchTests : MlxTest
{
    private const string Guest = """<NarrationVoice Include="guest" ReferenceAudio="guest/ref.wav" ReferenceText="guest/ref.txt" />""";

    [Fact]
    public async Task A_hundred_segments_take_one_process_one_load_and_batches_of_eight()
    {
        var lesson = NewLesson().Scene("Intro", Lines(100));

        (await lesson.BuildAsync()).ShouldSucceed();

        Mlx.ProcessIds.Count.ShouldBe(1);
        Mlx.Loads.ShouldBe(["mlx-community/Qwen3-TTS-12Hz-1.7B-Base-8bit"]);
        var firsts = FirstTakes();
        firsts.Sum(b => b.Count).ShouldBe(100);
        firsts.Count.ShouldBe(1 + ((99 + 7) / 8));
        firsts[0].Count.ShouldBe(1, "the first of a voice is alone");
        var summary = lesson.Summary();
        (summary.Synthesized, summary.WorkerStarts, summary.ModelLoads).ShouldBe((100, 1, 1));
        Mlx.Events("encode").Count.ShouldBe(1, "the reference is encoded once");

        Mlx.Clear();
        lesson.Scene("Intro", Lines(100).Select((l, n) => n == 41 ? (l.Member, "This one has other words.") : l));
        (await lesson.BuildAsync()).ShouldSucceed();
        Mlx.Spoken.ShouldBe(["This one has other words."]);
        Mlx.Loads.Count.ShouldBe(1);
        lesson.Summary().UpToDate.ShouldBe(99);
    }

    [Fact]
    public async Task Two_voices_share_a_load_and_two_models_take_one_each()
    {
        const string Other =
            """<NarrationVoice Include="other" Model="mlx-community/Qwen3-TTS-12Hz-0.6B-Base-4bit" """
            + """ReferenceAudio="guest/ref.wav" ReferenceText="guest/ref.txt" />""";
        var lesson = NewLesson().Scene("Intro", Lines(9)).Item(Guest).Item(Other);
        WriteReference(lesson, "guest", 330, "Another tone of five seconds that passes for a guest.");
        foreach (var (member, text) in Lines(20).Skip(9))
        {
            var voice = member is "Line19" or "Line20" ? "other" : "guest";
            lesson.Item($"""<Narration Include="Guest.{member}" Voice="{voice}" Text="{text}" />""");
        }

        (await lesson.BuildAsync()).ShouldSucceed();

        Mlx.Loads.ShouldBe(
            ["mlx-community/Qwen3-TTS-12Hz-1.7B-Base-8bit", "mlx-community/Qwen3-TTS-12Hz-0.6B-Base-4bit"],
            ignoreOrder: true
        );
        Mlx.ProcessIds.Count.ShouldBe(2, "a process for each model");
        var transcripts = Mlx.Events("generate").Select(e => e.GetProperty("ref_text").GetString()).ToList();
        transcripts.Distinct().Count().ShouldBe(2);
        transcripts
            .Zip(transcripts.Skip(1))
            .Count(pair => pair.First != pair.Second)
            .ShouldBeLessThanOrEqualTo(2, "voices take turns once");
        Mlx.Events("encode").Count.ShouldBe(3, "each reference once in each process");
        FirstTakes().Select(b => b.Count).Order().ShouldBe([1, 1, 1, 1, 8, 8]);
        lesson.Audio().Count.ShouldBe(20);
    }

    [Fact]
    public async Task A_long_reference_is_refused_until_it_is_cut_or_allowed_and_then_batches_are_small()
    {
        static string Guest(string more) =>
            $"""<NarrationVoice Include="guest" ReferenceAudio="guest/ref.wav" Text="Words of the recording." {more} />""";
        var lesson = NewLesson().Set("NarrationDefaultVoice", "guest").Scene("Intro", Lines(6)).Item(Guest(""));
        Sine.Write(lesson.At("guest/ref.wav"), 330, seconds: 70);

        var error = (await lesson.BuildAsync()).ShouldFailWith("FHN2010");
        error.Text.ShouldContain("AllowLongReference");
        Mlx.Spoken.ShouldBeEmpty();

        lesson.RemoveItem(Guest("")).Item(Guest("AllowLongReference=\"true\""));
        (await lesson.BuildAsync()).ShouldSucceed();
        FirstTakes().Select(b => b.Count).ShouldBe([1, 2, 2, 1]);

        // A cut is another voice, and half a second of silence stands behind what is heard of it.
        Mlx.Clear();
        lesson.RemoveItem(Guest("AllowLongReference=\"true\"")).Item(Guest("Start=\"0:10\" End=\"0:22\""));
        (await lesson.BuildAsync()).ShouldSucceed();
        FirstTakes().Select(b => b.Count).ShouldBe([1, 5]);
        var heard = Mlx.Events("encode").ShouldHaveSingleItem();
        (heard.GetProperty("samples").GetInt32(), heard.GetProperty("tail_is_silent").GetBoolean()).ShouldBe(((int)(12.5 * 24000), true));
    }

    /// <summary>Batches without those of clips that the quality gate refused, which come again alone.</summary>
    private List<IReadOnlyList<string>> FirstTakes()
    {
        var seen = new HashSet<string>();
        return [.. Mlx.Batches.Where(batch => batch.Any(seen.Add))];
    }
}
