namespace FlamingHorse.Narration.Stores.Tests.Support;

/// <summary>A real file system of 2 MB. Needs the right to mount, as root or in a container that has it.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallDisk() => Shell.Run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", _folder.Path);

    public string Path => _folder.Path;

    public void MakeReadOnly() => Shell.Run("mount", "-o", "remount,ro", _folder.Path);

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
        Shell.Run("umount", _folder.Path);
        _folder.Dispose();
    }
}
