namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>Everything that this machine has on its usual paths, without interpreters of Python and without anything that speaks.</summary>
public sealed class ToolFolder
{
    /// <summary>What speaks or listens, and may start only where a test knows of it.</summary>
    public static readonly IReadOnlyList<string> Speech =
    [
        "python",
        "python3",
        "flite",
        "espeak-ng",
        "espeak",
        "say",
        "pico2wave",
        "festival",
        "pocketsphinx_batch",
    ];

    public ToolFolder(string path)
    {
        Path = path;
        Directory.CreateDirectory(path);
        foreach (
            var folder in System
                .Environment.GetEnvironmentVariable("PATH")!
                .Split(':')
                .Append("/usr/bin")
                .Append("/bin")
                .Where(Directory.Exists)
        )
        {
            foreach (var tool in Directory.EnumerateFiles(folder))
            {
                var name = System.IO.Path.GetFileName(tool);
                var link = System.IO.Path.Combine(path, name);
                if (!Speech.Contains(name) && !name.StartsWith("python", StringComparison.Ordinal) && !File.Exists(link))
                {
                    File.CreateSymbolicLink(link, tool);
                }
            }
        }

        Dotnet = Find("dotnet") ?? throw new InvalidOperationException("The .NET SDK is not on PATH.");
        DotnetRoot = System.IO.Path.GetDirectoryName(Dotnet)!;
        MSBuild = Directory
            .EnumerateDirectories(System.IO.Path.Combine(DotnetRoot, "sdk"))
            .Select(sdk => System.IO.Path.Combine(sdk, "MSBuild.dll"))
            .Where(File.Exists)
            .ToList()
            is [var only]
            ? only
            : null;
    }

    public string Path { get; }

    /// <summary>The real file: its folder is the SDK's.</summary>
    public string Dotnet { get; }

    public string DotnetRoot { get; }

    /// <summary>What <c>dotnet build</c> starts; null if several SDKs are installed: only the CLI knows the right one.</summary>
    public string? MSBuild { get; }

    /// <summary>Where the real one is on this machine, links followed; null when there is none.</summary>
    public static string? Find(string name)
    {
        var found = System
            .Environment.GetEnvironmentVariable("PATH")!
            .Split(':')
            .Append("/usr/bin")
            .Select(folder => System.IO.Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        return found is null ? null : new FileInfo(found).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? found;
    }
}
