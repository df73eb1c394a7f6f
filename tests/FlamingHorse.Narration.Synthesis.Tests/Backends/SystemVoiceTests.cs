using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

public sealed class SystemVoiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingSink _sink = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [Trait("Needs", "flite and espeak-ng")]
    [InlineData("flite", "", 16000)]
    [InlineData("flite", "rms", 16000)]
    [InlineData("flite", "kal", 8000)]
    [InlineData("espeak-ng", "", 22050)]
    [InlineData("espeak-ng", "en-gb+f3", 22050)]
    public async Task A_voice_speaks_at_its_own_rate_and_is_set_to_the_requested_loudness(string engine, string model, int rate)
    {
        await Speak(Requests.For("a", "Each entry sums the products of a row and a column.", Requests.Voice("system", engine, model)));

        var clip = _sink.Clips.ShouldHaveSingleItem();
        clip.Record.SampleRate.ShouldBe(rate);
        clip.Record.SpeechStart.ShouldBe(rate / 10);
        (clip.Record.SampleCount - clip.Record.SpeechEnd).ShouldBe(rate / 5);
        clip.Record.Engine[engine].ShouldMatch(@"^\d+\.\d+");
        var signal = WavFile.Read(clip.Wav.Span);
        signal.Samples.LongLength.ShouldBe(clip.Record.SampleCount);
        var (wav, _) = ClipLevel.Apply(clip.Wav.ToArray(), clip.Record.SpeechStart, clip.Record.SpeechEnd, -18);
        var placed = WavFile.Read(wav).Samples;
        var peak = Decibels.FromAmplitude(SpeechBounds.Peak(placed));
        (IntegratedLoudness.Measure(placed, rate)!.Value > -18.1 || peak > -1.1).ShouldBeTrue();
        peak.ShouldBeLessThanOrEqualTo(-0.99); // rounded to 16 bits
    }

    [Fact]
    [Trait("Needs", "flite and espeak-ng")]
    public async Task The_same_text_gives_the_same_bytes()
    {
        var request = Requests.For("a", "Twice the same.", Requests.Voice("system", "flite"));
        await Speak(request);
        await Speak(request);
        _sink.Clips.First().Record.AudioHash.ShouldBe(_sink.Clips.Last().Record.AudioHash);
    }

    [Theory]
    [Trait("Needs", "flite and espeak-ng")]
    [InlineData("-o /nowhere/x.wav -voice kal")]
    [InlineData("$(touch PWNED) `touch PWNED`; touch PWNED & | > PWNED")]
    [InlineData("\"quoted\" 'single' \\back \\n %s %n <speak>x</speak>")]
    [InlineData("Möbius — “curly” naïve…")]
    public async Task Hostile_text_is_only_ever_spoken(string text)
    {
        await Speak(
            Requests.For("a", text, Requests.Voice("system", "flite")),
            Requests.For("b", text, Requests.Voice("system", "espeak-ng"))
        );

        _sink.Failures.ShouldBeEmpty();
        _sink.Clips.Count.ShouldBe(2);
        Directory.EnumerateFileSystemEntries(_folder["clips"]).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Needs", "flite and espeak-ng")]
    public async Task A_voice_that_the_engine_lacks_is_named_with_those_it_has()
    {
        await Speak(
            Requests.For("a", "Nobody says this.", Requests.Voice("system", "flite", "samantha")),
            Requests.For("b", "Somebody says this.", Requests.Voice("system", "flite", "slt"))
        );

        var failure = _sink.Failures.ShouldHaveSingleItem();
        failure.Finding.Kind.ShouldBe(VoiceFindings.EngineVoiceMissing);
        failure.Finding.Message.ShouldContain("samantha");
        failure.Finding.Message.ShouldContain("slt");
        _sink.Clips.ShouldHaveSingleItem().Request.Id.ShouldBe("b");
    }

    [Fact]
    [Trait("Needs", "flite and espeak-ng")]
    public async Task An_English_engine_does_not_pretend_to_speak_French()
    {
        await Speak(Requests.For("a", "Bonjour.", Requests.Voice("system", "flite")) with { Language = "French" });
        _sink.Failures.ShouldHaveSingleItem().Finding.Kind.ShouldBe(VoiceFindings.EngineVoiceMissing);
    }

    [Fact]
    [Trait("Needs", "flite and espeak-ng")]
    public async Task Espeak_finds_a_voice_by_the_name_of_the_language()
    {
        await Speak(Requests.For("a", "Bonjour tout le monde.", Requests.Voice("system", "espeak-ng")) with { Language = "French" });
        _sink.Clips.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Needs", "flite and espeak-ng")]
    public async Task A_silent_clip_is_refused_once_since_another_attempt_would_be_the_same()
    {
        await Speak(Requests.For("a", ". . .", Requests.Voice("system", "flite")));
        var failure = _sink.Failures.ShouldHaveSingleItem();
        failure.Finding.Kind.ShouldBe(QualityFindings.ClipRejected);
        failure.Attempts.ShouldBe(1);
    }

    [Fact]
    [Trait("Needs", "flite and espeak-ng")]
    public async Task A_full_disk_is_not_blamed_on_the_text()
    {
        using var disk = new SmallDisk(_folder["clips"]);
        disk.Fill();

        await Should.ThrowAsync<IOException>(Speak(Requests.For("a", "There is no room for this.", Requests.Voice("system", "flite"))));

        _sink.Failures.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Needs", "flite and espeak-ng")]
    public async Task What_other_builds_are_making_is_left_to_them_and_asked_about_again()
    {
        var asked = 0;
        var sink = new RecordingSink
        {
            Claim = request =>
                request.Id == "theirs" && ++asked < 3 ? ClaimResult.Busy
                : request.Id == "theirs" ? ClaimResult.Done
                : ClaimResult.Mine,
        };
        var voice = Requests.Voice("system", "flite");
        await Synthesizers
            .Create(Requests.Options("system", _folder))
            .RunAsync(
                [Requests.For("theirs", "Theirs.", voice), Requests.For("ours", "This one is ours.", voice)],
                sink,
                CancellationToken.None
            );
        asked.ShouldBe(3);
        sink.Clips.ShouldHaveSingleItem().Request.Id.ShouldBe("ours");
    }

    [Fact]
    public void The_voice_lists_of_say_and_sapi_are_read()
    {
        var say = new SayEngine();
        var voices = say.Voices(
            "Samantha            en_US    # Hello! My name is Samantha.\nEddy (English (UK)) en_GB    # Hello! # Eddy\n"
        );
        voices.Select(voice => voice.Name).ShouldBe(["Samantha", "Eddy (English (UK))"]);
        voices[1].Language.ShouldBe("en_GB");
        new SapiEngine().Voices("Microsoft Zira Desktop\ten-US\r\n").ShouldHaveSingleItem().Name.ShouldBe("Microsoft Zira Desktop");
        say.Input("[[rate 900]]").ShouldNotContain("[[");
    }

    [Fact]
    public void The_engine_is_found_without_being_started()
    {
        SystemEngines.Find(name => name is "flite" or "espeak-ng", SystemFamily.Linux).ShouldBe("flite");
        SystemEngines.Find(name => name == "espeak-ng", SystemFamily.Linux).ShouldBe("espeak-ng");
        SystemEngines.Find(name => name == "say", SystemFamily.MacOS).ShouldBe("say");
        SystemEngines.Find(name => name == "powershell", SystemFamily.Windows).ShouldBe("sapi");
        SystemEngines.Find(_ => false, SystemFamily.Linux).ShouldBeNull();
    }

    [Theory]
    [InlineData("flite", SystemFamily.Linux, "apt-get install flite")]
    [InlineData("espeak-ng", SystemFamily.MacOS, "brew install espeak-ng")]
    [InlineData("say", SystemFamily.MacOS, "part of macOS")]
    [InlineData("sapi", SystemFamily.Windows, "part of Windows")]
    public void A_message_names_the_cure_for_its_own_system(string engine, SystemFamily family, string cure)
    {
        var named = SystemEngines.Named(engine)!.Cure(family);
        named.ShouldContain(cure);
        if (family != SystemFamily.Linux)
        {
            named.ShouldNotContain("apt");
            SystemEngines.DescribeAbsence(family).ShouldNotContain("flite");
        }
    }

    private Task Speak(params SynthesisRequest[] requests) =>
        Synthesizers.Create(Requests.Options("system", _folder)).RunAsync(requests, _sink, CancellationToken.None);
}
