using System.Xml.Linq;

namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>A project as a user writes it, with a program that prints what its narration is at run time.</summary>
public sealed class LessonProject
{
    private static readonly string[] _quiet = ["--no-restore", "-nologo", "-tl:off", "-clp:NoSummary"];
    private readonly Machine _machine;
    private readonly List<(string Name, string Value)> _properties = [];
    private readonly List<string> _items = [];
    private readonly List<LessonProject> _references = [];
    private int _builds;
    private bool _isRestored;

    public LessonProject(Machine machine, string folder, string name)
    {
        _machine = machine;
        Folder = folder;
        Name = name;
        Directory.CreateDirectory(folder);
        Set("OutputType", "Exe");
        Set("ImplicitUsings", "enable");
        Set("Nullable", "enable");
        Set("NarrationBackend", "worker");
        Set("NarrationWorkerCommand", $"\"{machine.Worker.Command}\"");
        // What lies beside the app is then the very file that lock and code name.
        Set("NarrationLoudness", "off");
        Write("Program.cs", AppReport.Program);
    }

    public string Folder { get; }

    public string Name { get; }

    public string Sdk { get; init; } = "Microsoft.NET.Sdk";

    /// <summary>One, or several with <c>;</c>.</summary>
    public string Frameworks { get; init; } = "net10.0";

    public string Extension { get; init; } = ".csproj";

    /// <summary>Further packages, as <c>id/version</c>; they must be on this machine.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    public string ProjectFile => At(Name + Extension);

    public LockView Lock => LockView.Read(LockFile);

    public string LockFile => At("narration.lock.json");

    public string At(string path) => Path.Combine(Folder, path);

    public string Intermediate(string framework = "net10.0") => At($"obj/Debug/{framework}/narration");

    public string Output(string framework = "net10.0") => At($"bin/Debug/{framework}");

    /// <summary>The clips beside the app, by file name: SHA-256.</summary>
    public IReadOnlyDictionary<string, string> Audio(string? output = null) =>
        AudioFolder.Read(Path.Combine(output ?? Output(), "narration", Name));

    public SummaryView Summary(string framework = "net10.0") =>
        SummaryView.Read(Path.Combine(Intermediate(framework), "build-summary.json"));

    /// <summary>Everything that a no-op must leave alone.</summary>
    public FolderSnapshot Snapshot() => FolderSnapshot.Of(At("obj"), At("bin"), LockFile, _machine.Cache);

    public LessonProject Write(string path, string content)
    {
        var full = At(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return this;
    }

    public LessonProject Delete(string path)
    {
        File.Delete(At(path));
        return this;
    }

    /// <summary>A C# file with a property for each line, in the namespace of scenes.</summary>
    public LessonProject Scene(string type, params IEnumerable<(string Member, string Text)> lines)
    {
        var members = lines.Select(l =>
            $"    [Narration(\"{l.Text}\")]\n    public static partial NarrationSegment {l.Member} {{ get; }}\n"
        );
        return Write(
            $"Scenes/{type}.cs",
            $$"""
            using FlamingHorse.Narration;

            namespace {{Name}}.Scenes;

            public static partial class {{type}}
            {
            {{string.Join('\n', members)}}}

            """
        );
    }

    /// <summary>A property of the project file; a later value replaces the earlier, null takes it away.</summary>
    public LessonProject Set(string property, string? value)
    {
        _properties.RemoveAll(p => p.Name == property);
        if (value is not null)
        {
            _properties.Add((property, value));
        }

        return this;
    }

    /// <summary>An element of the project file, as XML.</summary>
    public LessonProject Item(string xml)
    {
        _items.Add(xml);
        return this;
    }

    public LessonProject RemoveItem(string xml)
    {
        _items.Remove(xml).ShouldBeTrue();
        return this;
    }

    public LessonProject References(LessonProject other)
    {
        _references.Add(other);
        return this;
    }

    /// <summary>The same project in a folder that already has its files.</summary>
    public LessonProject ClonedTo(string folder)
    {
        var clone = new LessonProject(_machine, folder, Name)
        {
            Sdk = Sdk,
            Frameworks = Frameworks,
            Extension = Extension,
            Packages = Packages,
        };
        clone._properties.Clear();
        clone._properties.AddRange(_properties);
        clone._items.AddRange(_items);
        clone._references.AddRange(_references);
        return clone;
    }

    /// <summary><c>dotnet build</c>.</summary>
    public Task<BuildResult> BuildAsync(params IEnumerable<string> arguments) => DotnetAsync("build", arguments);

    /// <summary><c>dotnet build</c> with a binary log.</summary>
    public Task<BuildResult> BuildLoggedAsync(params IEnumerable<string> arguments) => DotnetAsync("build", ["-bl", .. arguments]);

    /// <summary>Any command of the CLI that builds. <c>-bl</c> keeps a binary log outside the project.</summary>
    public async Task<BuildResult> DotnetAsync(string command, params IEnumerable<string> arguments)
    {
        var log = Path.Combine(_machine.Root, $"{Name}.{++_builds}.binlog");
        var isLogged = arguments.Contains("-bl");
        IReadOnlyList<string> all = [.. arguments.Select(a => a == "-bl" ? $"-bl:{log}" : a)];
        using var run = _machine.NeedsNewProcess ? await StartAsync(command, all) : null;
        var (code, output, elapsed) = run is null ? await ServeAsync(command, all, Path.ChangeExtension(log, "log")) : await EndAsync(run);
        return new(code, output, elapsed, isLogged ? log : null);
    }

    private static async Task<(int Code, string Output, TimeSpan Elapsed)> EndAsync(ProcessRun run) =>
        (await run.WaitAsync(), run.Output, run.Elapsed);

    private async Task<(int Code, string Output, TimeSpan Elapsed)> ServeAsync(string command, IReadOnlyList<string> arguments, string log)
    {
        await PrepareAsync();
        using var server = _machine.Feed.Servers.Rent();
        IReadOnlyList<string> all = [.. arguments, BuildServer.LogTo(log)];
        using var run = _machine.StartIn(server, Folder, Direct(command, all) ?? Arguments(command, all));
        var (code, output) = BuildServer.Outcome(await run.WaitAsync(), run.Output, log);
        return (code, output, run.Elapsed);
    }

    /// <summary>The same in a process of its own, without waiting for it.</summary>
    public async Task<ProcessRun> StartAsync(string command, params IEnumerable<string> arguments)
    {
        await PrepareAsync();
        return _machine.Start(_machine.Feed.Tools.Dotnet, Folder, Arguments(command, arguments.Append("-nr:false")));
    }

    private IEnumerable<string> Arguments(string command, IEnumerable<string> arguments) =>
        [command, Name + Extension, .. command == "clean" ? _quiet[1..] : _quiet, .. arguments];

    /// <summary>
    /// The command of MSBuild that <c>dotnet build</c> comes down to. It spares the CLI's own start, a third of the processor's time of a
    /// build in a server. Null: the command or an argument needs the CLI.
    /// </summary>
    private IEnumerable<string>? Direct(string command, IReadOnlyList<string> arguments) =>
        command == "build"
        && _machine.Feed.Tools.MSBuild is { } program
        && arguments.All(a => a.StartsWith('-') && a.Contains(':', StringComparison.Ordinal))
            ? ["exec", program, Name + Extension, "-nologo", "-tl:off", "-maxcpucount", "-verbosity:minimal", "-clp:Summary", .. arguments]
            : null;

    /// <summary>Runs what was built and reads what it prints.</summary>
    public async Task<AppReport> RunAsync(string? output = null) => AppReport.Parse(await RunProgramAsync(output));

    /// <summary>Runs what was built and gives back all that it prints.</summary>
    public async Task<string> RunProgramAsync(string? output = null)
    {
        using var run = _machine.Start(_machine.Feed.Tools.Dotnet, _machine.Root, Path.Combine(output ?? Output(), $"{Name}.dll"));
        (await run.WaitAsync()).ShouldBe(0, run.Output);
        return run.Output;
    }

    /// <summary>Writes the project file and restores what it needs, without a network.</summary>
    public async Task PrepareAsync()
    {
        var text = ProjectText([.. _properties.Select(p => new XElement(p.Name, p.Value))], _items);
        if (!File.Exists(ProjectFile) || await File.ReadAllTextAsync(ProjectFile) != text)
        {
            await File.WriteAllTextAsync(ProjectFile, text);
        }

        if (!_isRestored)
        {
            _isRestored = true;
            await RestoreAsync();
        }
    }

    private async Task RestoreAsync()
    {
        foreach (var reference in _references)
        {
            await reference.PrepareAsync();
        }

        if (_references.Count > 0)
        {
            await _machine.Feed.RestoreAsync(Folder, ProjectFile, _machine.Environment);
            return;
        }

        var template = await _machine.Feed.RestoredAsync(Name + Extension, ProjectText([], []));
        Directory.CreateDirectory(At("obj"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(template, "obj")))
        {
            var content = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(At($"obj/{Path.GetFileName(file)}"), content.Replace(template, Folder, StringComparison.Ordinal));
        }
    }

    private string ProjectText(IEnumerable<XElement> properties, IEnumerable<string> items)
    {
        var framework = Frameworks.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework";
        var project = new XElement(
            "Project",
            new XAttribute("Sdk", Sdk),
            new XElement("PropertyGroup", new XElement(framework, Frameworks), properties),
            new XElement("ItemGroup", Packages.Prepend($"FlamingHorse.Narration/{_machine.Feed.Version}").Select(PackageReference))
        );
        if (_references.Count > 0)
        {
            project.Add(
                new XElement(
                    "ItemGroup",
                    _references.Select(r => new XElement("ProjectReference", new XAttribute("Include", r.ProjectFile)))
                )
            );
        }

        var lines = items.Select(item => $"    {item}\n").ToList();
        return project
            .ToString()
            .Replace(
                "</Project>",
                lines.Count == 0 ? "</Project>\n" : $"  <ItemGroup>\n{string.Concat(lines)}  </ItemGroup>\n</Project>\n",
                StringComparison.Ordinal
            );
    }

    private static XElement PackageReference(string package) =>
        new(
            "PackageReference",
            new XAttribute("Include", package[..package.IndexOf('/', StringComparison.Ordinal)]),
            new XAttribute("Version", package[(package.IndexOf('/', StringComparison.Ordinal) + 1)..])
        );
}
