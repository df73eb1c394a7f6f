namespace FlamingHorse.Narration.Acceptance;

public sealed class VoiceChangeTests : AcceptanceTest
{
    private const string Guest =
        """<NarrationVoice Include="guest" ReferenceAudio="voices/guest.wav" ReferenceText="voices/guest.txt" />""";

    [Fact]
    public async Task A_reference_replaced_by_an_older_file_of_equal_size_affects_only_that_voice()
    {
        var lesson = await BuiltAsync();

        Sine.Write(lesson.At("voices/other.wav"), 220);
        new FileInfo(lesson.At("voices/other.wav")).Length.ShouldBe(new FileInfo(lesson.At("voices/guest.wav")).Length);
        File.SetLastWriteTimeUtc(lesson.At("voices/other.wav"), new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.Move(lesson.At("voices/other.wav"), lesson.At("voices/guest.wav"), overwrite: true);

        await ShouldSpeakAgainAsync(lesson, "Why is that so?", "I see it now.");
    }

    [Fact]
    public async Task Transcript_sampling_language_and_model_of_a_voice_affect_only_that_voice()
    {
        var lesson = await BuiltAsync();

        lesson.Write("voices/guest.txt", "This is another transcript of the guest.\n");
        await ShouldSpeakAgainAsync(lesson, "Why is that so?", "I see it now.");

        const string Warmer =
            """<NarrationVoice Include="guest" ReferenceAudio="voices/guest.wav" ReferenceText="voices/guest.txt" Temperature="0.7" />""";
        lesson.RemoveItem(Guest).Item(Warmer);
        await ShouldSpeakAgainAsync(lesson, "Why is that so?", "I see it now.");

        const string German =
            """<NarrationVoice Include="guest" ReferenceAudio="voices/guest.wav" ReferenceText="voices/guest.txt" """
            + """Temperature="0.7" Language="German" />""";
        lesson.RemoveItem(Warmer).Item(German);
        await ShouldSpeakAgainAsync(lesson, "Why is that so?", "I see it now.");

        lesson.RemoveItem(German).Item(German.Replace("Language", "Model=\"acme/other\" Language", StringComparison.Ordinal));
        await ShouldSpeakAgainAsync(lesson, "Why is that so?", "I see it now.");

        // Back at the first voice: all of it is in the cache, and the lock's newer takes are not those of its keys.
        lesson
            .Write("voices/guest.txt", "This is what the guest says.\n")
            .RemoveItem(German.Replace("Language", "Model=\"acme/other\" Language", StringComparison.Ordinal))
            .Item(Guest);
        await ShouldSpeakAgainAsync(lesson);
    }

    [Fact]
    public async Task Language_and_model_of_the_project_affect_the_voices_that_have_none_of_their_own()
    {
        var lesson = await BuiltAsync(
            guest: Guest.Replace("Include", "Model=\"acme/guest\" Language=\"English\" Include", StringComparison.Ordinal)
        );

        lesson.Set("NarrationLanguage", "German");
        await ShouldSpeakAgainAsync(lesson, "Welcome to the lesson.", "That is all.");

        lesson.Set("NarrationModel", "acme/narrator");
        await ShouldSpeakAgainAsync(lesson, "Welcome to the lesson.", "That is all.");

        lesson.Set("NarrationLoudness", "-20");
        (await lesson.BuildAsync()).ShouldSucceed();
        Machine.Worker.Spoken.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_environment_and_the_env_file_are_read_in_every_build()
    {
        var lesson = await BuiltAsync();
        Sine.Write(lesson.At("clone/ref.wav"), 330);
        Sine.Write(lesson.At("other/ref.wav"), 440);
        lesson.Write("clone/ref.txt", "A transcript.").Write("other/ref.txt", "A transcript.");

        Machine.Set("FLAMING_HORSE_VOICE_REF_DIR", "clone");
        await ShouldSpeakAgainAsync(lesson, "That is all.", "Welcome to the lesson.");

        // The same by the file: nothing new. Then another folder there.
        Machine.Set("FLAMING_HORSE_VOICE_REF_DIR", null);
        lesson.Write(".env", "export FLAMING_HORSE_VOICE_REF_DIR=clone\n");
        await ShouldSpeakAgainAsync(lesson);
        lesson.Write(".env", "export FLAMING_HORSE_VOICE_REF_DIR=other\n");
        await ShouldSpeakAgainAsync(lesson, "That is all.", "Welcome to the lesson.");

        // The process environment goes before the file.
        Machine.Set("FLAMING_HORSE_VOICE_REF_DIR", "clone");
        await ShouldSpeakAgainAsync(lesson);
        File.Delete(lesson.At("clone/ref.wav"));
        Sine.Write(lesson.At("clone/ref.wav"), 331);
        await ShouldSpeakAgainAsync(lesson, "That is all.", "Welcome to the lesson.");
    }

    private async Task<LessonProject> BuiltAsync(string guest = Guest)
    {
        var lesson = Machine.NewProject().Item(guest).Write("voices/guest.txt", "This is what the guest says.\n");
        Sine.Write(lesson.At("voices/guest.wav"), 200);
        lesson
            .Scene("Intro", ("Welcome", "Welcome to the lesson."), ("End", "That is all."))
            .Item("""<Narration Include="Guest.Question" Voice="guest" Text="Why is that so?" />""")
            .Item("""<Narration Include="Guest.Thanks" Voice="guest" Text="I see it now." />""");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Worker.Spoken.Count.ShouldBe(4);
        Machine.Worker.Clear();
        return lesson;
    }

    private async Task ShouldSpeakAgainAsync(LessonProject lesson, params string[] texts)
    {
        (await lesson.BuildAsync()).ShouldSucceed();
        Machine.Worker.Spoken.Order(StringComparer.Ordinal).ShouldBe(texts.Order(StringComparer.Ordinal));
        lesson.Audio().Values.Order().ShouldBe(lesson.Lock.Segments.Values.Select(s => s.AudioHash).Order());
        Machine.Worker.Clear();
    }
}
