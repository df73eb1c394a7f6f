using System.Diagnostics;
using System.Reflection;

namespace FlamingHorse.Narration.WindowsRules;

/// <summary>
/// What Windows has and wine 8 lacks, each by a program of a few lines. Tests that need it are left out of the lane, or must not fail:
/// a test that fails throws its exception through reflection, and ends all that come after it.
/// </summary>
internal static class Lacks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What it is, and whether it is there.</summary>
    public static IReadOnlyList<(string Name, Func<string, Task<bool>> IsThere)> All { get; } =
    [("symbolic links", HasLinks), ("exceptions that leave a method which reflection called", HasExceptionsThroughReflection)];

    /// <summary>As a process of its own, since it does not come back where it is lacking.</summary>
    public static void ThrowThroughReflection()
    {
        for (var i = 0; i < 3; i++)
        {
            try
            {
                typeof(Lacks).GetMethod(nameof(Throw), BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, null);
            }
            catch (TargetInvocationException)
            {
                // As it should be.
            }
        }
    }

    private static async Task<bool> HasLinks(string folder)
    {
        var (target, link) = (Path.Combine(folder, "target"), Path.Combine(folder, "link"));
        await File.WriteAllTextAsync(target, "");
        try
        {
            File.CreateSymbolicLink(link, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        return new FileInfo(link).LinkTarget == target;
    }

    private static async Task<bool> HasExceptionsThroughReflection(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["throw"]) { UseShellExecute = false })!;
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            return false;
        }
    }

    private static void Throw() => throw new InvalidOperationException("thrown");
}
