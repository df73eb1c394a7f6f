namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>A lock by name, held by one process on the machine and freed by its death. Where none can be had (a read-only folder, a file system without locks) it guards nothing.</summary>
internal sealed class MachineLock : IDisposable
{
    private readonly FileStream? _file;

    private MachineLock(FileStream? file) => _file = file;

    /// <param name="path">Made when it is not there; never removed, since a removed lock can be held twice.</param>
    /// <param name="poll">Between two attempts.</param>
    /// <param name="onWait">Called once when another holds it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<MachineLock> TakeAsync(string path, TimeSpan poll, Action onWait, CancellationToken cancellation)
    {
        var hasWaited = false;
        while (true)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                return new MachineLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException e) when (IsHeld(e))
            {
                if (!hasWaited)
                {
                    hasWaited = true;
                    onWait();
                }

                await Task.Delay(poll, cancellation).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return new MachineLock(null);
            }
        }
    }

    public void Dispose() => _file?.Dispose();

    /// <summary>A sharing violation: 32 of Windows, EWOULDBLOCK of Linux (11) and macOS (35).</summary>
    private static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is 32 or 33 or 11 or 35;
}
