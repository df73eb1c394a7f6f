namespace FlamingHorse.Narration.Engine.Platform.Files;

/// <summary>
/// Gives a finished file its name, over the one that has it. Windows refuses that while another program has the old file open (errors 5, 32
/// and 33), and scanners open every new file for a moment: it is tried again with growing pauses, for 1.3 s in all.
/// </summary>
/// <param name="family">Whose rules hold; elsewhere an open file is replaced like any other.</param>
/// <param name="move">Renames the first over the second.</param>
/// <param name="pause">Waits.</param>
public sealed class FileReplacement(SystemFamily family, Action<string, string> move, Action<TimeSpan> pause)
{
    private const int AccessDenied = 5;
    private const int SharingViolation = 32;
    private const int LockViolation = 33;

    private static readonly int[] _pauses = [10, 20, 40, 80, 160, 320, 640];

    /// <summary>The way of the system that this process runs on.</summary>
    public static FileReplacement OfThisSystem { get; } =
        new(CurrentSystem.Family, static (from, to) => File.Move(from, to, overwrite: true), Thread.Sleep);

    /// <param name="from">The finished file.</param>
    /// <param name="to">Its name to be; there may be a file of this name.</param>
    /// <exception cref="FileHeldException">Another program kept the old one open.</exception>
    /// <exception cref="IOException">It cannot be renamed for another reason.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not do it.</exception>
    public void Move(string from, string to)
    {
        foreach (var milliseconds in _pauses)
        {
            try
            {
                move(from, to);
                return;
            }
            catch (Exception e) when (IsHeld(e))
            {
                pause(TimeSpan.FromMilliseconds(milliseconds));
            }
        }

        try
        {
            move(from, to);
        }
        // If there is no file, an open one cannot be the cause of the refusal.
        catch (Exception e) when (IsHeld(e) && File.Exists(to))
        {
            throw new FileHeldException(to, e);
        }
    }

    /// <summary>One attempt; false where the system refuses.</summary>
    public bool TryMove(string from, string to)
    {
        try
        {
            move(from, to);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private bool IsHeld(Exception e) =>
        family == SystemFamily.Windows
        && e is (IOException or UnauthorizedAccessException)
        && (e.HResult & 0xFFFF) is (AccessDenied or SharingViolation or LockViolation);
}
