using FlamingHorse.Narration.Engine.Tests.Fakes;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

public sealed class NeuralVoiceTests : IDisposable
{
    private readonly Studio _studio = new Studio().Say("Intro.Welcome", "Welcome to the lesson.");

    public NeuralVoiceTests()
    {
        _studio.Properties.Remove("NarrationVoiceDirectory");
        _studio.Folder.Write("speech.dll", "a program");
        _studio.Properties["NarrationSpeechProgram"] = "speech.dll";
    }

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task The_package_alone_gives_a_voice_and_the_lock_keeps_it()
    {
        (await _studio.BuildAsync()).Summary.Synthesized.ShouldBe(1);

        var made = _studio.Synthesizer.Made.Single();
        (made.Voice.Backend, made.Voice.Model, made.Voice.Speed).ShouldBe(("neural", "heart", 1));
        _studio.Synthesizer.Runs.Single().SpeechProgram.ShouldBe(_studio.Folder["speech.dll"]);
        _studio.Lock.Voices["narrator"].Backend.ShouldBe("neural");
        _studio.Lock.Segments["Intro.Welcome"].Seed.ShouldBe(0);
        _studio.Properties.Remove("NarrationSpeechProgram");
        _studio.Variables["FLAMING_HORSE_TTS_BACKEND"] = "mlx";
        (await _studio.BuildAsync()).Summary.UpToDate.ShouldBe(1);
    }

    [Fact]
    public async Task Letters_of_formulas_are_said_by_their_names_and_are_in_no_key()
    {
        _studio.Say("Intro.Square", "So $a^2$ over K.").Say("Intro.Words", "So A squared over K.");

        await BuildWithAsync("K = /kˈɑ/");

        var made = _studio.Synthesizer.Made.Single(request => request.Text == "So A squared over K.");
        made.Pronunciations.Select(word => (word.Token, word.Phonemes)).ShouldBe([(1, "ˈA"), (4, "kˈɑ")]);
        _studio.Lock.Segments["Intro.Square"].Key.ShouldBe(_studio.Lock.Segments["Intro.Words"].Key);
    }

    [Fact]
    public async Task Without_the_package_nothing_speaks_and_the_message_says_how_to_get_it()
    {
        _studio.Properties.Remove("NarrationSpeechProgram");
        _studio.Properties["NarrationBackend"] = "neural";

        var outcome = await _studio.BuildAsync();

        outcome.Codes().ShouldBe(["FHN2044"]);
        outcome.Findings[0].Message.ShouldContain("dotnet add package FlamingHorse.Narration.Speech");
        outcome.Findings[0].Place!.File.ShouldBe("Intro.Welcome.cs");
        _studio.Synthesizer.Made.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_package_is_reported_as_damaged()
    {
        File.Delete(_studio.Folder["speech.dll"]);

        var outcome = await _studio.BuildAsync();

        outcome.Codes().ShouldBe(["FHN2044"]);
        outcome.Findings[0].Message.ShouldContain("is damaged");
    }

    [Fact]
    public async Task Neither_the_quality_nor_a_variable_of_MLX_changes_its_model()
    {
        await _studio.BuildAsync();
        _studio.Variables["FLAMING_HORSE_MLX_MODEL_ID"] = "mlx-community/x";
        (await _studio.BuildAsync()).Summary.UpToDate.ShouldBe(1);

        (await _studio.BuildAsync("NarrationQuality", "Draft")).Summary.FromLocalCache.ShouldBe(1);
        File.Exists(_studio.DraftLockPath).ShouldBeTrue();
        _studio.Synthesizer.Made.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_model_of_project_or_voice_is_part_of_the_key()
    {
        await _studio.BuildAsync();
        (await _studio.BuildAsync("NarrationModel", "soul")).Summary.Synthesized.ShouldBe(1);

        _studio.Voices.Add(new("narrator") { Model = "mind" });
        (await _studio.BuildAsync()).Summary.Synthesized.ShouldBe(1);

        _studio.Synthesizer.Made.Select(request => request.Voice.Model).ShouldBe(["heart", "soul", "mind"]);
    }

    [Fact]
    public async Task The_pace_is_part_of_the_key_stands_in_the_lock_and_divides_the_estimate()
    {
        await _studio.BuildAsync("NarrationMissing", "Estimate");
        var own = (await _studio.BuildAsync("NarrationMissing", "Estimate")).Of("Intro.Welcome").SampleCount;
        _studio.Voices.Add(new("narrator") { Speed = "0.5" });
        (await _studio.BuildAsync("NarrationMissing", "Estimate"))
            .Of("Intro.Welcome")
            .SampleCount.ShouldBeInRange(2 * own - 2, 2 * own + 2);

        (await _studio.BuildAsync()).Summary.Synthesized.ShouldBe(1);
        _studio.Lock.Voices["narrator"].Speed.ShouldBe(0.5);
        var slow = _studio.Synthesizer.Made.Single().Key;
        _studio.Voices.Clear();
        (await _studio.BuildAsync()).Summary.Synthesized.ShouldBe(1);

        _studio.Synthesizer.Made.Last().Key.ShouldNotBe(slow);
        _studio.Lock.Voices["narrator"].Speed.ShouldBe(1);
    }

    [Fact]
    public async Task Other_backends_have_one_pace()
    {
        _studio.Voices.Add(new("narrator") { Speed = "0.9", Place = new("Lesson.csproj") });
        var outcome = await _studio.BuildAsync("NarrationBackend", "worker");

        outcome.Codes().ShouldBe(["FHN2020"]);
        outcome.Findings[0].Message.ShouldContain("Only neural supports it");
        outcome.Findings[0].Place!.File.ShouldBe("Lesson.csproj");
    }

    [Fact]
    public async Task Another_language_is_refused_at_the_text()
    {
        _studio.Say("Intro.German", "Willkommen.", segment => segment with { Language = "German" });

        var outcome = await _studio.BuildAsync();

        outcome.Codes().ShouldBe(["FHN2045"]);
        outcome.Findings[0].Place!.File.ShouldBe("Intro.German.cs");
        outcome.Summary.Synthesized.ShouldBe(1);
    }

    [Fact]
    public async Task An_authors_phonemes_are_sent_beside_the_text_and_are_part_of_the_key()
    {
        _studio.Say("Intro.Cauchy", "A theorem of Cauchy.");
        await _studio.BuildAsync();
        var plain = _studio.Lock.Segments["Intro.Cauchy"].Key;

        var outcome = await BuildWithAsync("Cauchy = /kˈOʃi/\nCauchy = Koshy");

        outcome.Summary.Synthesized.ShouldBe(1);
        outcome.Of("Intro.Cauchy").Spoken.ShouldBe("A theorem of Cauchy.");
        _studio.Synthesizer.Made.Last().Say.ShouldBe([new Pronunciation(3, 1, "kˈOʃi")]);
        _studio.Lock.Segments["Intro.Cauchy"].Key.ShouldNotBe(plain);
    }

    [Fact]
    public async Task Another_backend_says_a_word_with_phonemes_by_its_line_in_words_or_not_at_all()
    {
        _studio.Say("Intro.Cauchy", "A theorem of Cauchy.");
        _studio.Properties["NarrationBackend"] = "worker";

        var refused = await BuildWithAsync("Cauchy = /kˈOʃi/");
        refused.Codes().ShouldBe(["FHN2047"]);
        refused.Findings[0].Place!.File.ShouldBe("Intro.Cauchy.cs");

        (await BuildWithAsync("Cauchy = /kˈOʃi/\nCauchy = Koshy")).Of("Intro.Cauchy").Spoken.ShouldBe("A theorem of Koshy.");
    }

    private Task<Engine.Pipeline.NarrationOutcome> BuildWithAsync(string lexicon)
    {
        var findings = new List<Finding>();
        var words = Lexicon.Parse(lexicon, "lexicon.txt", findings);
        findings.ShouldBeEmpty();
        return _studio.BuildAsync(request => request with { Lexicon = words });
    }
}
