using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

/// <summary>What killed builds leave, and who takes it away.</summary>
public sealed class LeftoverFileTests : IDisposable
{
    private readonly Studio _studio = new Studio().Say("Intro.Welcome", "Welcome to this video.");

    public void Dispose() => _studio.Dispose();

    [Fact]
    [Trait("Needs", "a Unix: Windows cannot rename what is held, so a dead writer's file is known by its age alone")]
    public async Task What_a_killed_build_left_beside_the_lock_is_removed_even_when_the_lock_does_not_change()
    {
        await _studio.BuildAsync();
        var left = TemporaryFileName.NameIn(Path.GetDirectoryName(_studio.LockPath)!);
        await File.WriteAllTextAsync(left, "{");

        await _studio.BuildAsync();

        File.Exists(left).ShouldBeFalse();
    }
}
