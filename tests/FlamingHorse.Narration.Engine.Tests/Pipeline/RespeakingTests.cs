using FlamingHorse.Narration.Engine.Pipeline;
using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

/// <summary>A take of the natural voice that the lock names and no store has. The fake voice gives other bytes at every call.</summary>
public sealed class RespeakingTests : IDisposable
{
    private readonly Studio _studio = new Studio().Say("Intro.Welcome", "Welcome to the lesson.");

    public RespeakingTests()
    {
        _studio.Properties.Remove("NarrationVoiceDirectory");
        _studio.Folder.Write("speech.dll", "a program");
        _studio.Properties["NarrationSpeechProgram"] = "speech.dll";
        _studio.Synthesizer.Words = [new(0, 10, 40), new(1, 45, 50)];
        _studio.Synthesizer.Length = 24_000;
    }

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task A_clip_of_the_same_length_and_words_stands_in_for_it_and_lock_and_hash_stay()
    {
        var first = (await _studio.BuildAsync()).Of("Intro.Welcome");
        var locked = File.ReadAllBytes(_studio.LockPath);

        var outcome = await LoseAndBuildAsync();

        outcome.Findings.ShouldBeEmpty();
        outcome.Summary.Rows.Single().Source.ShouldBe("standIn");
        (outcome.Of("Intro.Welcome").AudioHash, outcome.IsComplete).ShouldBe((first.AudioHash, true));
        File.ReadAllBytes(_studio.LockPath).ShouldBe(locked);
        var again = _studio.Synthesizer.Made.Last();
        again.Seed.ShouldBe(_studio.Lock.Segments["Intro.Welcome"].Seed);
        (await _studio.Store.FindAsync(again.Key, default))!.Record.StandsFor.ShouldBe(first.AudioHash);
        outcome.Audio["Intro.Welcome"].Path.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_next_build_speaks_nothing()
    {
        await _studio.BuildAsync();
        await LoseAndBuildAsync();

        var outcome = await _studio.BuildAsync();

        outcome.Summary.Rows.Single().Source.ShouldBe("standIn");
        _studio.Synthesizer.Made.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(24_001, 50)]
    [InlineData(24_000, 51)]
    public async Task A_clip_of_another_length_or_with_other_words_is_refused_and_not_kept(int length, int end)
    {
        await _studio.BuildAsync();
        (_studio.Synthesizer.Length, _studio.Synthesizer.Words) = (length, [new(0, 10, 40), new(1, 45, end)]);

        var outcome = await LoseAndBuildAsync();

        outcome.Codes().ShouldBe(["FHN3005"]);
        outcome.Summary.AudioMissing.ShouldBe(1);
        _studio.Store.Clips.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_locked_mode_nothing_is_spoken()
    {
        await _studio.BuildAsync();
        _studio.Properties["NarrationLockedMode"] = "true";

        (await LoseAndBuildAsync()).Codes().ShouldBe(["FHN3005"]);
        _studio.Synthesizer.Made.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_machine_that_cannot_speak_gets_the_same_message_as_before()
    {
        await _studio.BuildAsync();
        _studio.Properties.Remove("NarrationSpeechProgram");

        (await LoseAndBuildAsync()).Codes().ShouldBe(["FHN3005"]);
        _studio.Synthesizer.Made.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_take_of_another_voice_is_never_replaced()
    {
        _studio.Properties["NarrationBackend"] = "worker";
        await _studio.BuildAsync();

        (await LoseAndBuildAsync()).Codes().ShouldBe(["FHN3005"]);
        _studio.Synthesizer.Made.Count.ShouldBe(1);
    }

    private Task<NarrationOutcome> LoseAndBuildAsync()
    {
        _studio.Store = new MemoryStore();
        return _studio.BuildAsync();
    }
}
