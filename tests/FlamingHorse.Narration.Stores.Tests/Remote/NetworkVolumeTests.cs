using System.Diagnostics;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Storage.Content;
using FlamingHorse.Narration.Engine.Storage.Remote;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests.Remote;

/// <summary>A shared store on a volume of the network: flushed there, a Mac truncates files (dotnet/runtime 124722).</summary>
public sealed class NetworkVolumeTests : StoreTest
{
    private static readonly byte[] _content = new byte[20_000];

    /// <summary>By the system calls of a process of its own; that the cache does flush shows that they are seen.</summary>
    [Theory]
    [Trait("Needs", "strace")]
    [InlineData("cache", true)]
    [InlineData("share", false)]
    public void A_shared_folder_is_never_flushed(string kind, bool isFlushed)
    {
        var trace = Path.Combine(Folder, "trace");
        RunTraced(trace, Shell.ChildCommand("put", kind, Path.Combine(Folder, kind)));

        var calls = File.ReadAllLines(trace);
        calls.ShouldContain(line => line.Contains("rename", StringComparison.Ordinal), "a file must have got its name");
        calls.Any(line => line.Contains("sync(", StringComparison.Ordinal)).ShouldBe(isFlushed, string.Join('\n', calls));
    }

    [Fact]
    public async Task A_file_that_the_volume_truncated_is_removed_with_one_warning_and_nothing_more_is_written_there()
    {
        var share = Share(
            (from, to) =>
            {
                File.Move(from, to, overwrite: true);
                using var file = File.OpenHandle(to, FileMode.Open, FileAccess.Write);
                RandomAccess.SetLength(file, 4096);
            }
        );

        (await Put(share)).ShouldBeFalse();

        Directory.EnumerateFiles(Path.Combine(Folder, "share"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
        Codes.ShouldBe(["FHN3014"]);
        Findings.Single().Message.ShouldContain("it kept 4096 of 20000 bytes");
        share.CanWrite.ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_arrived_complete_stays()
    {
        (await Put(Share((from, to) => File.Move(from, to, overwrite: true)))).ShouldBeTrue();
        Codes.ShouldBeEmpty();
    }

    private FolderStore Share(Action<string, string> move) =>
        new(
            Path.Combine(Folder, "share"),
            canWrite: true,
            RemoteTimeouts.Default,
            new StoreWarnings(Findings.Enqueue),
            new FileReplacement(SystemFamily.Linux, move, _ => { })
        );

    private static ValueTask<bool> Put(FolderStore share) => share.PutContentAsync(Digest.Of(_content), _content, replace: false, None);

    private static void RunTraced(string trace, string[] command)
    {
        string[] tracer = ["-f", "-qq", "-e", "trace=fsync,fdatasync,rename,renameat,renameat2", "-o", trace, .. command];
        try
        {
            using var process = Process.Start(new ProcessStartInfo("strace", tracer) { RedirectStandardError = true })!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.SkipWhen(said.Contains("ptrace", StringComparison.OrdinalIgnoreCase), $"this machine lets nobody trace: {said}");
            process.ExitCode.ShouldBe(0, said);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("this machine has no strace");
        }
    }
}
