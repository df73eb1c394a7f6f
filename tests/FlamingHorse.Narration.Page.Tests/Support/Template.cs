using System.Diagnostics;

namespace FlamingHorse.Narration.Page.Tests.Support;

/// <summary>The page's template as the package holds it; built when it is older than its sources.</summary>
internal static class Template
{
    private static readonly Lazy<string> Built = new(Build);

    public static string Path => Built.Value;

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    private static string Build()
    {
        using var build = Process.Start(
            new ProcessStartInfo("bash", [System.IO.Path.Combine(Root, "build", "page.sh")]) { RedirectStandardOutput = true }
        )!;
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        build.ExitCode.ShouldBe(0, output);
        return System.IO.Path.Combine(Root, "artifacts", "report", "narration-report.template.html");
    }

    private static string FindRoot(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "FlamingHorse.Narration.sln"))
            ? folder
            : FindRoot(Directory.GetParent(folder)!.FullName);
}
