namespace FlamingHorse.Narration.Engine.Platform.Processes;

/// <summary>
/// Chooses the variables that a child gets of the build's environment. A list of what is allowed, so that tokens and passwords of a CI
/// job never reach a model's code, whatever their names are.
/// </summary>
internal static class ChildEnvironment
{
    /// <summary>Variables that name folders of the hub's cache.</summary>
    public static readonly IReadOnlyList<string> ModelFolders = ["HF_HOME", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "TRANSFORMERS_CACHE"];

    private static readonly HashSet<string> Allowed = new(
        [
            // the user and their language
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TMPDIR",
            "TMP",
            "TEMP",
            "XDG_CACHE_HOME",
            "XDG_DATA_HOME",
            "XDG_CONFIG_HOME",
            "XDG_RUNTIME_DIR",
            // where models are stored
            .. ModelFolders,
            // where engines find their libraries and devices
            "LD_LIBRARY_PATH",
            "DYLD_LIBRARY_PATH",
            "DYLD_FALLBACK_LIBRARY_PATH",
            "CUDA_HOME",
            "CUDA_PATH",
            "CUDA_VISIBLE_DEVICES",
            "MLX_METAL_JIT",
            "OMP_NUM_THREADS",
            "ESPEAK_DATA_PATH",
            // without these nothing starts on Windows
            "SystemRoot",
            "SystemDrive",
            "windir",
            "ComSpec",
            "PATHEXT",
            "USERPROFILE",
            "USERNAME",
            "APPDATA",
            "LOCALAPPDATA",
            "ProgramData",
            "ProgramFiles",
            "NUMBER_OF_PROCESSORS",
            "PROCESSOR_ARCHITECTURE",
            "PSModulePath",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Also allowed for a download that the user asked for: the user's proxy and, for models that want one, token.</summary>
    private static readonly HashSet<string> AllowedForDownload = new(
        [
            "HF_TOKEN",
            "HF_TOKEN_PATH",
            "HF_ENDPOINT",
            "HTTPS_PROXY",
            "HTTP_PROXY",
            "ALL_PROXY",
            "NO_PROXY",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "REQUESTS_CA_BUNDLE",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Set for every worker: no download of models unless the user asked for it, and no buffering of what it prints.</summary>
    private static readonly (string Name, string Value)[] ForModels =
    [
        ("HF_HUB_OFFLINE", "1"),
        ("TRANSFORMERS_OFFLINE", "1"),
        ("TOKENIZERS_PARALLELISM", "false"),
        ("PYTHONUNBUFFERED", "1"),
    ];

    /// <summary>For the operating system's voices and the encoder.</summary>
    /// <param name="build">The build's own environment.</param>
    public static IReadOnlyDictionary<string, string> ForSystemTools(IReadOnlyDictionary<string, string> build) =>
        Filter(build, allowDownload: false, CurrentSystem.Family);

    /// <summary>For workers.</summary>
    /// <param name="build">The build's own environment.</param>
    /// <param name="settled">Variables from the settings, such as those of <c>.env</c>; they win over the build's own.</param>
    /// <param name="allowDownload">The user asked for a download, so the worker may reach the model hub.</param>
    public static IReadOnlyDictionary<string, string> ForWorker(
        IReadOnlyDictionary<string, string> build,
        IReadOnlyDictionary<string, string> settled,
        bool allowDownload
    )
    {
        var environment = Filter(build, allowDownload, CurrentSystem.Family);
        foreach (var (name, value) in settled.Where(pair => IsAllowed(pair.Key, allowDownload)))
        {
            environment[name] = value;
        }

        foreach (var (name, value) in ForModels)
        {
            environment[name] = allowDownload && name.EndsWith("_OFFLINE", StringComparison.Ordinal) ? "0" : value;
        }

        return environment;
    }

    /// <summary>Whether a child may get the variable with this name.</summary>
    public static bool IsAllowed(string name, bool allowDownload) =>
        Allowed.Contains(name) || name.StartsWith("LC_", StringComparison.Ordinal) || (allowDownload && AllowedForDownload.Contains(name));

    /// <summary>Only the allowed ones of <paramref name="all"/>, and a PATH that has all folders of programs.</summary>
    internal static Dictionary<string, string> Filter(IReadOnlyDictionary<string, string> all, bool allowDownload, SystemFamily family)
    {
        // Windows writes Path.
        var names = family == SystemFamily.Windows ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var environment = all.Where(variable => IsAllowed(variable.Key, allowDownload)).ToDictionary(names);
        if (environment.TryGetValue("PATH", out var path))
        {
            environment["PATH"] = SearchPath.Complete(path, family);
        }

        return environment;
    }
}
