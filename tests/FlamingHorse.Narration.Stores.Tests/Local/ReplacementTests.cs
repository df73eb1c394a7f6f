using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Local;

/// <summary>Files get their names also where another program has the old file open, as Windows' scanners and players do.</summary>
public sealed class ReplacementTests : StoreTest
{
    private readonly List<double> _pauses = [];
    private int _attempts;

    /// <summary>ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(32)]
    [InlineData(33)]
    public void On_Windows_a_file_that_is_open_for_a_moment_is_tried_again_with_growing_pauses(int error)
    {
        Refusing(SystemFamily.Windows, error, times: 3).Move("a", "b");

        _attempts.ShouldBe(4);
        _pauses.ShouldBe([10, 20, 40]);
    }

    [Theory]
    [InlineData(SystemFamily.Windows, 112, "the disk is full")]
    [InlineData(SystemFamily.Windows, 3, "there is no such folder")]
    [InlineData(SystemFamily.Linux, 5, "the user may not write")]
    [InlineData(SystemFamily.MacOS, 32, "a broken pipe's number means nothing here")]
    public void An_error_that_waiting_cannot_cure_is_reported_at_once(SystemFamily family, int error, string why)
    {
        Should.Throw<Exception>(() => Refusing(family, error, times: 1).Move("a", "b"), why).ShouldNotBeOfType<FileHeldException>();

        _attempts.ShouldBe(1, why);
    }

    [Fact]
    public void A_file_that_stays_open_is_a_specific_error_after_about_a_second()
    {
        var there = Path.Combine(Folder, "there");
        File.WriteAllText(there, "");

        Should.Throw<FileHeldException>(() => Refusing(SystemFamily.Windows, 32, times: 99).Move("a", there)).Message.ShouldContain(there);

        _pauses.Sum().ShouldBeInRange(1000, 2000);
    }

    /// <summary>On Windows, or under wine, by the system's own rule.</summary>
    [Fact]
    public void The_stores_rename_under_an_open_file_waits_for_its_reader()
    {
        var path = Path.Combine(Folder, "clip");
        AtomicFile.Write(path, "old"u8);
        var reader = File.OpenHandle(path, share: FileShare.Read);
        var replacement = new FileReplacement(
            CurrentSystem.Family,
            (from, to) =>
            {
                _attempts++;
                File.Move(from, to, overwrite: true);
            },
            _ => reader.Dispose()
        );

        AtomicFile.Write(path, "new"u8, replacement: replacement);

        File.ReadAllText(path).ShouldBe("new");
        _attempts.ShouldBe(OperatingSystem.IsWindows() ? 2 : 1);
        reader.Dispose();
        Directory.EnumerateFiles(Folder).ShouldBe([path]);
    }

    /// <summary>One clip that a scanner holds is no reason to keep no clip at all.</summary>
    [Fact]
    [Trait("System", "Windows")]
    public async Task A_clip_that_stays_open_does_not_end_the_cache_for_the_build()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows(), "only Windows keeps a file that is open from being replaced");
        var clip = await StoreAsync(Key("held"));
        var broken = await File.ReadAllBytesAsync(clip.Path);
        await File.WriteAllBytesAsync(clip.Path, broken[..^1]);
        using var held = File.OpenHandle(clip.Path, share: FileShare.Read);

        await StoreAsync(Key("held"));
        await StoreAsync(Key("free"));

        (await FindAsync(Key("free"))).ShouldNotBeNull();
        Codes.ShouldNotContain("FHN3010");
    }

    private static Engine.Model.ActionKey Key(string name) => Clips.Key(name);

    private FileReplacement Refusing(SystemFamily family, int error, int times) =>
        new(
            family,
            (_, _) =>
            {
                if (++_attempts <= times)
                {
                    var result = unchecked((int)0x80070000) | error;
                    throw error == 5 ? new UnauthorizedAccessException("denied") { HResult = result } : new IOException("refused", result);
                }
            },
            pause => _pauses.Add(pause.TotalMilliseconds)
        );
}
