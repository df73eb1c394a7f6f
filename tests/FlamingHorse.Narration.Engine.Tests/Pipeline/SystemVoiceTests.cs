using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;
using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

public sealed class SystemVoiceTests : IDisposable
{
    private readonly Studio _studio = new Studio().Say("Intro.Welcome", "Welcome.");

    public SystemVoiceTests()
    {
        _studio.Properties["NarrationBackend"] = "system";
        _studio.Programs.UnionWith(["flite", "espeak-ng", "say", "powershell"]);
    }

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task The_engine_is_pinned_by_the_lock()
    {
        await _studio.BuildAsync();
        var first = _studio.Lock.Voices["narrator"].Engine;
        first.ShouldNotBeEmpty();
        _studio.Programs.Remove(SystemEngines.Program(first));

        (await _studio.BuildAsync()).Summary.UpToDate.ShouldBe(1);
        var outcome = await _studio.Say("Intro.New", "Something new.").BuildAsync();

        outcome.Codes().ShouldBe(["FHN2029"]);
        outcome.Findings[0].Message.ShouldContain(first);
        _studio.Synthesizer.Made.Count.ShouldBe(1);
        _studio.Lock.Voices["narrator"].Engine.ShouldBe(first);
    }

    [Fact]
    [Trait("Needs", "Linux's engines")]
    public async Task Each_language_has_an_engine_that_speaks_it_and_the_lock_names_it_for_other_machines()
    {
        await _studio.Say("Intro.Goal", "Willkommen.", segment => segment with { Language = "German" }).BuildAsync();

        _studio
            .Synthesizer.Made.Select(request => (request.Id, request.Voice.Engine))
            .Order()
            .ShouldBe([("Intro.Goal", "espeak-ng"), ("Intro.Welcome", "flite")]);
        var text = await File.ReadAllTextAsync(_studio.LockPath);
        text.ShouldStartWith("{\n  \"schema\": 2,");
        text.ShouldContain("\"machineVoices\":{\"German\":[\"espeak-ng\",\"\"]}");
        _studio.Lock.ShouldSatisfyAllConditions(
            read => read.HasSameContent(LockFile.Read(_studio.LockPath)).ShouldBeTrue(),
            read => read.ToBytes().ToArray().ShouldBe(File.ReadAllBytes(_studio.LockPath))
        );

        _studio.Programs.Clear();
        (await _studio.BuildAsync("NarrationLockedMode", "true")).Findings.ShouldBeEmpty();
        (await _studio.BuildAsync()).Summary.UpToDate.ShouldBe(2);
        (await File.ReadAllTextAsync(_studio.LockPath)).ShouldBe(text);
    }

    /// <summary>A lock of an older package has a key for the German segment that names the voice's own engine.</summary>
    [Fact]
    [Trait("Needs", "Linux's engines")]
    public async Task A_key_that_the_lock_names_stays_and_an_upgrade_changes_no_file()
    {
        _studio.Programs.Remove("flite");
        await _studio.Say("Intro.Goal", "Willkommen.", segment => segment with { Language = "German" }).BuildAsync();
        var text = await File.ReadAllTextAsync(_studio.LockPath);
        text.ShouldStartWith("{\n  \"schema\": 1,");
        _studio.Programs.Add("flite");
        (await _studio.BuildAsync()).Summary.UpToDate.ShouldBe(2);
        (await File.ReadAllTextAsync(_studio.LockPath)).ShouldBe(text);
    }

    [Fact]
    public async Task References_and_sampling_are_not_part_of_a_system_voice()
    {
        await _studio.BuildAsync();
        _studio.Folder.Write("voice/ref.wav", "another sound");
        _studio.Voices.Add(new("narrator") { Temperature = "0.5" });

        (await _studio.BuildAsync()).Summary.UpToDate.ShouldBe(1);
    }

    [Fact]
    public async Task The_engines_own_voice_is_part_of_the_key_and_a_variable_of_MLX_is_not()
    {
        await _studio.BuildAsync();
        _studio.Variables["FLAMING_HORSE_MLX_MODEL_ID"] = "mlx-community/x";
        (await _studio.BuildAsync()).Summary.UpToDate.ShouldBe(1);

        _studio.Voices.Add(new("narrator") { Model = "rms" });
        (await _studio.BuildAsync()).Summary.Synthesized.ShouldBe(1);
        _studio.Synthesizer.Made.Last().Voice.Model.ShouldBe("rms");
    }
}
