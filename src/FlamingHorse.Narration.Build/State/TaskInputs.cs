namespace FlamingHorse.Narration.Build.State;

/// <summary>What MSBuild passed to the task, with absolute paths, and its checksums.</summary>
internal sealed class TaskInputs
{
    private readonly ISynthesisParameters _task;

    public TaskInputs(ISynthesisParameters task)
    {
        _task = task;
        Environment = ProcessEnvironment.Read();
        GlobalProperties = State.GlobalProperties.ReadNames(task.BuildEngine);
        ProjectDirectory = Path.GetDirectoryName(task.ProjectFile)!;
        SourcePaths = new string[task.Sources.Length];
        for (var i = 0; i < task.Sources.Length; i++)
        {
            SourcePaths[i] = Absolute(task.Sources[i].ItemSpec);
        }

        // An editor's build keeps everything of its own in a folder of its own: it never writes what a real build reads.
        Folder = task.DesignTime ? Path.Combine(task.IntermediateDirectory, "design") : task.IntermediateDirectory;
        Settings = SettingsText.Parse(task.Settings);
        ParseInputs = Checksum.Of($"{task.DefineConstants}\0{task.LangVersion}\0{task.Features}\0{task.RootNamespace}");
        Everything = Checksum.Of(TaskInputsText.Of(task, Settings, GlobalProperties));
    }

    /// <summary>As it was when the task began.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Names of those of the command line that may be meant for this package.</summary>
    public string[] GlobalProperties { get; }

    public string ProjectDirectory { get; }

    public string[] SourcePaths { get; }

    public string Folder { get; }

    public string StateFile => Path.Combine(Folder, BuildStateFile.FileName);

    public string ManifestFile => Path.Combine(Folder, "manifest.json");

    /// <summary>Of the script files.</summary>
    public IEnumerable<string> ScriptPaths => _task.Scripts.Select(s => Absolute(s.ItemSpec));

    public IReadOnlyDictionary<string, string> Settings { get; }

    public uint ParseInputs { get; }

    /// <summary>Everything else, except a retake, which is requested for one build only.</summary>
    public uint Everything { get; }

    /// <summary>A retake is asked for, or takes are accepted: done once, and no part of <see cref="Everything"/>.</summary>
    public bool IsAskedFor => IsSet("NarrationRetake") || IsSet("NarrationAccept");

    private bool IsSet(string setting) => Settings.TryGetValue(setting, out var ids) && ids.Length > 0;

    public bool DesignTime => _task.DesignTime;

    /// <summary>True unless the project says no; a value that means nothing fails the build when the engine reads it.</summary>
    public bool CopyAudio => !"false".Equals(Settings.GetValueOrDefault("NarrationCopyAudio"), StringComparison.OrdinalIgnoreCase);

    public string LockFile => _task.LockFile;

    /// <summary>Where this assembly's clips go.</summary>
    public string AudioDirectory => Path.Combine(_task.OutputDirectory, "narration", _task.AssemblyName);

    public string Absolute(string path) => Path.IsPathRooted(path) ? path : Path.GetFullPath(Path.Combine(ProjectDirectory, path));
}
