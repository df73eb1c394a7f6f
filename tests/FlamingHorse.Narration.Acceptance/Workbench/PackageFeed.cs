using System.Collections.Concurrent;

namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>
/// The packed package in a feed of its own, shared by all tests of one run: packed once, restored once for each shape of project.
/// <c>NARRATION_PACKAGES</c> names a folder with a package that is already packed.
/// </summary>
public sealed class PackageFeed
{
    private const string PackageId = "FlamingHorse.Narration";
    private static readonly Lazy<Task<PackageFeed>> _current = new(() => Task.Run(async () => await OpenAsync(await FindPackageAsync())));
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _templates = new();
    private int _count;

    private PackageFeed(string root, string version)
    {
        Root = root;
        Version = version;
        Tools = new(Path.Combine(root, "tools"));
        Servers = new(root);
    }

    public static Task<PackageFeed> Current => _current.Value;

    /// <summary>Short, since the compiler's server listens on a socket under it.</summary>
    public string Root { get; }

    public string Version { get; }

    public ToolFolder Tools { get; }

    public BuildServers Servers { get; }

    public string Packages => Path.Combine(Root, "packages");

    /// <summary>The package of the natural voice, as a reference of a project; packed with the main one and of the same version.</summary>
    public string SpeechPackage => $"{PackageId}.Speech/{Version}";

    /// <summary>The <c>.nupkg</c> itself.</summary>
    public string PackageFile => Path.Combine(Root, "feed", $"{PackageId}.{Version}.nupkg");

    /// <summary>The package's root folder after restore.</summary>
    public string Installed => Path.Combine(Packages, PackageId.ToLowerInvariant(), Version);

    public static string Repository { get; } = FindRepository();

    /// <summary><c>NARRATION_KEEP=1</c> leaves all folders for whoever looks for a fault.</summary>
    public static bool KeepsFolders => System.Environment.GetEnvironmentVariable("NARRATION_KEEP") is { Length: > 0 };

    /// <summary>Beside it lies the package of the voice, whose name begins with this one's.</summary>
    public static bool IsMainPackage(string file) => char.IsAsciiDigit(Path.GetFileName(file)[PackageId.Length + 1]);

    public string NewFolder() => Directory.CreateDirectory(Path.Combine(Root, $"m{Interlocked.Increment(ref _count)}")).FullName;

    /// <summary>What a child of the tests needs to know of this machine, and nothing that would configure narration.</summary>
    public Dictionary<string, string> Environment() =>
        new(StringComparer.Ordinal)
        {
            ["PATH"] = Tools.Path,
            ["TMPDIR"] = Path.Combine(Root, "t"),
            ["LANG"] = "C.UTF-8",
            ["HOME"] = Path.Combine(Root, "home"),
            ["DOTNET_CLI_HOME"] = Path.Combine(Root, "home"),
            ["NUGET_PACKAGES"] = Packages,
            ["DOTNET_ROOT"] = Tools.DotnetRoot,
            ["DOTNET_HOST_PATH"] = Tools.Dotnet,
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1",
            ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false",
            ["DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE"] = "true",
            ["MSBUILDDISABLENODEREUSE"] = "1",
            // As the script of the whole test run has them for programs that end after seconds.
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_TC_CallCountThreshold"] = "3E8",
            ["DOTNET_EnableWriteXorExecute"] = "0",
            // A worker that failed is started again at once, by and large.
            ["NARRATION_WORKER_BACKOFF"] = "0.05",
            // The SDK's own analyzers take most of the compiler's time. A test that needs them sets it to true.
            ["EnableNETAnalyzers"] = "false",
        };

    /// <summary>At the end of the run.</summary>
    public static async Task CloseCurrentAsync()
    {
        if (_current is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await Current).CloseAsync();
        }
    }

    /// <summary>A folder with the <c>obj</c> that restore leaves for this project file; later ones of the same shape copy it.</summary>
    public Task<string> RestoredAsync(string fileName, string shape) =>
        _templates.GetOrAdd($"{fileName}\n{shape}", _ => new(() => RestoreAsync(fileName, shape))).Value;

    private async Task<string> RestoreAsync(string fileName, string shape)
    {
        var folder = NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, fileName), shape);
        await RestoreAsync(folder, fileName, Environment());
        return folder;
    }

    /// <summary>Restores a project in MSBuild's server, with the result of <c>dotnet restore</c>.</summary>
    /// <param name="folder">Where the command runs.</param>
    /// <param name="project">Its file.</param>
    /// <param name="environment">Of the command.</param>
    public async Task RestoreAsync(string folder, string project, IReadOnlyDictionary<string, string> environment)
    {
        using var server = Servers.Rent();
        var log = Path.Combine(NewFolder(), "restore.log");
        string[] command = Tools.MSBuild is { } program ? ["exec", program, project, "-t:Restore"] : ["restore", project];
        using var run = ProcessRun.Start(
            Tools.Dotnet,
            folder,
            ProcessRun.With(environment, server.Variables),
            TimeSpan.FromMinutes(5),
            [.. command, "-nologo", "-tl:off", BuildServer.LogTo(log)]
        );
        var (code, output) = BuildServer.Outcome(await run.WaitAsync(), run.Output, log);
        if (code != 0)
        {
            throw new InvalidOperationException($"{project} was not restored:\n{output}");
        }
    }

    /// <summary>A feed that holds this package.</summary>
    /// <param name="package">The <c>.nupkg</c>; it is copied.</param>
    public static async Task<PackageFeed> OpenAsync(string package)
    {
        var root = Directory.CreateTempSubdirectory("fhn-").FullName;
        foreach (var folder in new[] { "feed", "packages", "home", "t" })
        {
            Directory.CreateDirectory(Path.Combine(root, folder));
        }

        // With what was packed with it: the other packages, and symbols.
        foreach (var packed in Directory.EnumerateFiles(Path.GetDirectoryName(package)!, $"{PackageId}.*nupkg"))
        {
            if (!IsMainPackage(packed) || Path.ChangeExtension(packed, ".nupkg") == package)
            {
                File.Copy(packed, Path.Combine(root, "feed", Path.GetFileName(packed)));
            }
        }

        await File.WriteAllTextAsync(
            Path.Combine(root, "nuget.config"),
            $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{root}/feed" />
                <add key="here" value="{HostPackages()}" />
              </packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
              <!-- This machine may have an older package of the same version. -->
              <packageSourceMapping>
                <packageSource key="packed"><package pattern="{PackageId}" /><package pattern="{PackageId}.*" /></packageSource>
                <packageSource key="here"><package pattern="*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """
        );
        return new(root, Path.GetFileNameWithoutExtension(package)[(PackageId.Length + 1)..]);
    }

    /// <summary>The newest package, packed now unless a folder was named.</summary>
    private static async Task<string> FindPackageAsync()
    {
        var named = System.Environment.GetEnvironmentVariable("NARRATION_PACKAGES");
        var folder = named is { Length: > 0 } ? Path.GetFullPath(named, Repository) : Path.Combine(Repository, "artifacts", "packages");
        if (named is not { Length: > 0 })
        {
            await RunScriptAsync("build/pack.sh");
        }

        return NewestPackage(folder);
    }

    /// <summary>The package that was packed last into a folder.</summary>
    public static string NewestPackage(string folder) =>
        Directory.EnumerateFiles(folder, $"{PackageId}.*.nupkg").Where(IsMainPackage).MaxBy(File.GetLastWriteTimeUtc)
        ?? throw new InvalidOperationException($"There is no package in {folder}. Run build/pack.sh.");

    /// <summary>Runs a script of the repository in this process's environment.</summary>
    public static async Task RunScriptAsync(params string[] command)
    {
        var environment = System
            .Environment.GetEnvironmentVariables()
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
        using var run = ProcessRun.Start("bash", Repository, environment, TimeSpan.FromMinutes(10), command);
        if (await run.WaitAsync() != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} failed:\n{run.Output}");
        }
    }

    private static string HostPackages() =>
        System.Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set
            : Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FlamingHorse.Narration.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    /// <summary>
    /// Ends the servers of MSBuild, and the compiler's, which listens under our own folder for temporaries and so is ours alone.
    /// </summary>
    public async Task CloseAsync()
    {
        try
        {
            foreach (var server in Servers.All)
            {
                await ShutDownAsync("--msbuild", server);
            }

            await ShutDownAsync("--vbcscompiler", null);
            if (!KeepsFolders)
            {
                Directory.Delete(Root, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TimeoutException or InvalidOperationException)
        {
            // Left to the system's own sweep of temporaries.
        }
    }

    private async Task ShutDownAsync(string kind, BuildServer? server)
    {
        var environment = server is null ? Environment() : ProcessRun.With(Environment(), server.Variables);
        using var run = ProcessRun.Start(Tools.Dotnet, Root, environment, TimeSpan.FromMinutes(1), "build-server", "shutdown", kind);
        await run.WaitAsync();
    }
}
