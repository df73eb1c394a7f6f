using FlamingHorse.Narration.Bridge.Tests.Support;

namespace FlamingHorse.Narration.Acceptance.Bridge;

public sealed class RecordingTests : AcceptanceTest
{
    private const string Recorded = "Scenes.Intro.Rule";
    private const string Item = "<NarrationRecording Include=\"takes/*.wav\" />";

    /// <summary>Of the recording: a clip keeps its file's rate.</summary>
    private const int Rate = 48_000;

    [Fact]
    public async Task A_recording_is_pinned_and_survives_whatever_does_not_concern_it()
    {
        var lesson = Machine
            .NewProject()
            .Item(Item)
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("Rule", "Each entry sums a row and a column."));
        Record(lesson, seconds: 2.5);

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        Machine.Worker.Spoken.ShouldBe(["Welcome to the lesson."]);
        var pinned = lesson.Lock[Recorded];
        await ShouldBeTheRecordingAsync();
        Tool.Samples(Clip(lesson)).ShouldBe(pinned.SampleCount);
        (pinned.SampleCount / (double)Rate).ShouldBeInRange(2.5, 3); // of 4.5 s: trimmed and framed like any clip
        (await lesson.BuildAsync("-p:NarrationLoudness=-18")).ShouldSucceedWithoutWarnings();
        Tool.Loudness(Clip(lesson)).ShouldBe(-18, 0.3);

        // Cleaned, built again, taken again, and with the text's own voice told otherwise: the same take.
        Machine.Worker.Clear();
        (await lesson.DotnetAsync("clean")).ShouldSucceed();
        (await lesson.BuildAsync("-p:NarrationRetake=missing")).ShouldSucceedWithoutWarnings();
        await ShouldBeTheRecordingAsync();
        (await lesson.BuildAsync("-p:NarrationRetake=all", "-p:NarrationModel=acme/other")).ShouldSucceedWithoutWarnings();
        Machine.Worker.Spoken.ShouldBe(["Welcome to the lesson."]);
        await ShouldBeTheRecordingAsync();

        // Another machine, without cache and without a voice, makes the very clip from the file.
        Machine.UseHome("second");
        Machine.Worker.Clear();
        var clone = lesson.ClonedTo(Path.Combine(Machine.Root, "clone"));
        clone.Write("Scenes/Intro.cs", await File.ReadAllTextAsync(lesson.At("Scenes/Intro.cs")));
        Directory.CreateDirectory(clone.At("takes"));
        File.Copy(lesson.At($"takes/{Recorded}.wav"), clone.At($"takes/{Recorded}.wav"));
        File.Copy(lesson.LockFile, clone.LockFile);
        (await clone.BuildAsync("-p:NarrationModel=acme/other")).ShouldSucceed();
        (await File.ReadAllBytesAsync(clone.LockFile)).ShouldBe(await File.ReadAllBytesAsync(lesson.LockFile));
        AudioFolder.Hash(Clip(clone)).ShouldBe(pinned.AudioHash);
        Machine.Shims.Starts.ShouldBeEmpty();

        // Without the item its voice speaks again.
        clone.RemoveItem(Item);
        (await clone.BuildAsync("-p:NarrationModel=acme/other")).ShouldSucceed();
        Machine.Worker.Spoken.ShouldBe(["Each entry sums a row and a column."]);
        clone.Lock[Recorded].AudioHash.ShouldNotBe(pinned.AudioHash);
        (await clone.RunAsync())[Recorded].Voice.ShouldNotBe("recording");

        async Task ShouldBeTheRecordingAsync()
        {
            lesson.Lock[Recorded].ShouldBe(pinned);
            AudioFolder.Hash(Clip(lesson)).ShouldBe(pinned.AudioHash);
            var segment = (await lesson.RunAsync())[Recorded];
            segment.Voice.ShouldBe("recording");
            segment.SampleCount.ShouldBe(pinned.SampleCount);
            segment.SampleRate.ShouldBe(Rate);
            segment.AudioHash.ShouldBe(pinned.AudioHash);
        }
    }

    [Fact]
    public async Task A_recording_of_an_older_text_is_warned_about_until_its_words_are_said_to_be_right()
    {
        var lesson = Machine.NewProject().Item(Item).Scene("Intro", ("Rule", "Each entry sums a row and a column."));
        Record(lesson, seconds: 2.5);
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        var before = lesson.Lock[Recorded];

        lesson.Scene("Intro", ("Rule", "Each entry sums a row and one column."));
        await ShouldWarnAsync();
        await ShouldWarnAsync();
        lesson.Set("NarrationBatchSize", "2");
        await ShouldWarnAsync();
        await ShouldWarnAsync("-p:NarrationLockedMode=true");
        lesson.Lock[Recorded].ShouldBe(before);

        (await lesson.BuildAsync($"-p:NarrationRetake={Recorded}")).ShouldSucceedWithoutWarnings();
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        (await lesson.BuildAsync("-p:NarrationLockedMode=true")).ShouldSucceedWithoutWarnings();
        lesson.Lock[Recorded].AudioHash.ShouldBe(before.AudioHash);
        lesson.Lock[Recorded].Key.ShouldNotBe(before.Key);

        async Task ShouldWarnAsync(params string[] arguments) =>
            (await lesson.BuildAsync(arguments)).ShouldSucceed().Warnings.ShouldHaveSingleItem().Code.ShouldBe("FHN1066");
    }

    private static string Clip(LessonProject lesson) => Path.Combine(lesson.Output(), "narration", "Lesson", Recorded + ".wav");

    /// <summary>
    /// A person's take as it comes from a studio: stereo, 24 bits, 48 kHz, too quiet, with a second of silence around it.
    /// </summary>
    private static void Record(LessonProject lesson, double seconds)
    {
        Directory.CreateDirectory(lesson.At("takes"));
        Tool.Run(
            "sox",
            "-n",
            "-r",
            $"{Rate}",
            "-b",
            "24",
            "-c",
            "2",
            lesson.At($"takes/{Recorded}.wav"),
            "synth",
            FormattableString.Invariant($"{seconds}"),
            "sine",
            "220",
            "tremolo",
            "4",
            "60",
            "gain",
            "-30",
            "pad",
            "1",
            "1"
        );
    }
}
