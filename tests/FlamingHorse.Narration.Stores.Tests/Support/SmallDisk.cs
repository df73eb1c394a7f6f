namespace FlamingHorse.Narration.Stores.Tests.Support;

/// <summary>A real file system of 2 MB. Needs the right to mount, as root or in a container that has it.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder? _folder;

    /// <param name="path">Where to mount it; a folder of its own when not given.</param>
    public SmallDisk(string? path = null)
    {
        _folder = path is null ? new() : null;
        Path = Directory.CreateDirectory(path ?? _folder!.Path).FullName;
        Shell.Run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", Path);
    }

    public string Path { get; }

    public void MakeReadOnly() => Shell.Run("mount", "-o", "remount,ro", Path);

    public void Fill()
    {
        using var file = File.OpenWrite(System.IO.Path.Combine(Path, "ballast"));
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full now.
        }
    }

    public void Dispose()
    {
        // Whoever was killed with its folder here may still be on its way out.
        Shell.Run(
            "sh",
            "-c",
            "for i in 1 2 3 4 5 6 7 8 9; do umount \"$0\" 2>/dev/null && exit; sleep 0.2; done; fuser -vm \"$0\"; umount \"$0\"",
            Path
        );
        _folder?.Dispose();
    }
}
