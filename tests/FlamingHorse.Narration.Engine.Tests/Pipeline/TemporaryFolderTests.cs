using FlamingHorse.Narration.Engine.Pipeline;
using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

public sealed class TemporaryFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_killed_build_left_is_swept_a_day_later_and_nothing_else()
    {
        var left = TemporaryFolders.Name(_folder.Path);
        _folder.Write(Path.Combine(Path.GetFileName(left), "half.wav"), "RIFF");
        _folder.Write("manifest.json", "{}");

        TemporaryFolders.Sweep(_folder.Path, new Clock(TimeSpan.FromHours(23)));
        Directory.Exists(left).ShouldBeTrue();

        TemporaryFolders.Sweep(_folder.Path, new Clock(TimeSpan.FromHours(25)));
        Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).ShouldBe(["manifest.json"]);
    }

    private sealed class Clock(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + ahead;
    }
}
