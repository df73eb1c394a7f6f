using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

public sealed class SystemVoices : IDisposable
{
    private readonly Studio _studio = new Studio().Say("Intro.Welcome", "Welcome.");

    public SystemVoices()
    {
        _studio.Properties["NarrationBackend"] = "system";
        _studio.Programs.UnionWith(["flite", "espeak-ng"]);
    }

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task The_engine_is_pinned_by_the_lock()
    {
        await _studio.BuildAsync();
        var first = _studio.Lock.Voices["narrator"].Engine;
        first.ShouldNotBeEmpty();
        _studio.Programs.Remove(first);

        (await _studio.BuildAsync()).Summary.UpToDate.ShouldBe(1);
        var outcome = await _studio.Say("Intro.New", "Something new.").BuildAsync();

        outcome.Codes().ShouldBe(["FHN2029"]);
        outcome.Findings[0].Message.ShouldContain(first);
        _studio.Mouth.Made.Count.ShouldBe(1);
        _studio.Lock.Voices["narrator"].Engine.ShouldBe(first);
    }

    [Fact]
    public async Task References_and_sampling_are_no_part_of_a_system_voice()
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
        _studio.Mouth.Made.Last().Voice.Model.ShouldBe("rms");
    }
}
