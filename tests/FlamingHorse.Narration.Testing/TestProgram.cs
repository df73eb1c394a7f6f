using Microsoft.Testing.Platform.Builder;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace FlamingHorse.Narration.Testing;

/// <summary>The entry point of a test project whose own program has other tasks besides; what xunit generates for the others.</summary>
public static class TestProgram
{
    /// <param name="args">The command line.</param>
    /// <param name="addExtensions">The project's generated <c>SelfRegisteredExtensions.AddSelfRegisteredExtensions</c>.</param>
    public static Task<int> RunAsync(string[] args, Action<ITestApplicationBuilder, string[]> addExtensions) =>
        args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? TestPlatformTestFramework.RunAsync(args, addExtensions)
            : ConsoleRunner.Run(args);
}
