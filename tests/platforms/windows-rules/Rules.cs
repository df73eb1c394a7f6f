using System.Diagnostics;
using static FlamingHorse.Narration.WindowsRules.RuleBrokenException;

namespace FlamingHorse.Narration.WindowsRules;

/// <summary>Each with a folder of its own.</summary>
internal static class Rules
{
    private const int AccessDenied = 5,
        SharingViolation = 32;

    public static IReadOnlyList<(string Name, Func<string, Task> Check)> All { get; } =
    [
        ("this is Windows, with its line ends and separators", IsWindows),
        ("a move over a file that somebody reads is denied, and works once it is closed", MoveOverOpenFile),
        ("a file that is open for one is closed to another", ExclusiveFile),
        ("an open file cannot be deleted", DeleteOpenFile),
        ("a path of more than 260 characters works", LongPath),
        ("names differ by more than case", CaseIsNoDifference),
        ("NUL is no file", ReservedName),
        ("a process that is killed with its tree takes its child along", KilledTree),
    ];

    private static Task IsWindows(string folder)
    {
        Unless(OperatingSystem.IsWindows(), "it is not");
        Unless(Environment.NewLine == "\r\n" && Path.DirectorySeparatorChar == '\\', "its line ends or separators are others");
        return Task.CompletedTask;
    }

    private static async Task MoveOverOpenFile(string folder)
    {
        var (from, to) = (Path.Combine(folder, "new"), Path.Combine(folder, "old"));
        await File.WriteAllTextAsync(from, "new");
        await File.WriteAllTextAsync(to, "old");
        using (File.OpenRead(to))
        {
            Unless(ErrorOf(() => File.Move(from, to, overwrite: true)) is AccessDenied or SharingViolation, "it was not denied");
        }

        File.Move(from, to, overwrite: true);
        Unless(await File.ReadAllTextAsync(to) == "new", "the content is not the new one");
    }

    private static Task ExclusiveFile(string folder)
    {
        var path = Path.Combine(folder, "file");
        using var first = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        Unless(ErrorOf(() => File.OpenRead(path).Dispose()) == SharingViolation, "a second one could open it");
        return Task.CompletedTask;
    }

    private static Task DeleteOpenFile(string folder)
    {
        var path = Path.Combine(folder, "file");
        using var reader = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        Unless(ErrorOf(() => File.Delete(path)) == SharingViolation, "it could be");
        return Task.CompletedTask;
    }

    private static async Task LongPath(string folder)
    {
        var deep = Path.Combine([folder, .. Enumerable.Repeat(new string('d', 60), 6)]);
        Directory.CreateDirectory(deep);
        var path = Path.Combine(deep, "clip.wav");
        await File.WriteAllTextAsync(path, "sound");
        Unless(path.Length > 300 && await File.ReadAllTextAsync(path) == "sound", "it did not come back");
    }

    private static async Task CaseIsNoDifference(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "Intro.wav"), "");
        Unless(File.Exists(Path.Combine(folder, "intro.WAV")), "another case is another file");
    }

    private static async Task ReservedName(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "NUL"), "gone");
        Unless(!Directory.EnumerateFiles(folder).Any(), "it became one");
    }

    private static async Task KilledTree(string folder)
    {
        // A shell between, which starts this program once more.
        var start = new ProcessStartInfo("cmd.exe", ["/c", Environment.ProcessPath!, "sleep"]) { UseShellExecute = false };
        using var shell = Process.Start(start)!;
        var child = await FindChildAsync(Environment.ProcessPath!);
        shell.Kill(entireProcessTree: true);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await child.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            child.Kill();
            throw new RuleBrokenException("the child lived on");
        }
    }

    private static async Task<Process> FindChildAsync(string program)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(30))
        {
            var found = Process
                .GetProcessesByName(Path.GetFileNameWithoutExtension(program))
                .FirstOrDefault(p => p.Id != Environment.ProcessId);
            if (found is not null)
            {
                return found;
            }

            await Task.Delay(50);
        }

        throw new RuleBrokenException("the child was never seen");
    }

    /// <summary>The system's number of what went wrong; null when nothing did.</summary>
    private static int? ErrorOf(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.HResult & 0xFFFF;
        }
    }
}
