using System.Collections;

namespace FlamingHorse.Narration.Engine.Processes;

/// <summary>
/// What a child may know of the build's environment. An allow-list, so that tokens and passwords of a CI job never reach
/// a model's code, whatever their names are.
/// </summary>
internal static class ChildEnvironment
{
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        // the user and their language
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TMP", "TEMP",
        "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR",
        // where models lie
        "HF_HOME", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "TRANSFORMERS_CACHE",
        // where engines find their libraries and devices
        "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "CUDA_HOME", "CUDA_PATH", "CUDA_VISIBLE_DEVICES",
        "MLX_METAL_JIT", "OMP_NUM_THREADS", "ESPEAK_DATA_PATH",
        // without these nothing starts on Windows
        "SystemRoot", "SystemDrive", "windir", "ComSpec", "PATHEXT", "USERPROFILE", "USERNAME", "APPDATA", "LOCALAPPDATA",
        "ProgramData", "ProgramFiles", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE", "PSModulePath",
    };

    /// <summary>A build never downloads weights unasked, and what a worker prints arrives at once.</summary>
    private static readonly (string Name, string Value)[] ForModels =
    [
        ("HF_HUB_OFFLINE", "1"), ("TRANSFORMERS_OFFLINE", "1"), ("TOKENIZERS_PARALLELISM", "false"), ("PYTHONUNBUFFERED", "1"),
    ];

    /// <summary>For the operating system's voices.</summary>
    public static IReadOnlyDictionary<string, string> Plain() => Filter(Environment.GetEnvironmentVariables());

    /// <summary>For workers.</summary>
    /// <param name="allowDownload">The user asked for a download: the hub may be reached, through the user's proxy.</param>
    public static IReadOnlyDictionary<string, string> Offline(bool allowDownload)
    {
        var all = Environment.GetEnvironmentVariables();
        var environment = Filter(all);
        foreach (var (name, value) in ForModels)
        {
            environment[name] = allowDownload && name.EndsWith("_OFFLINE", StringComparison.Ordinal) ? "0" : value;
        }

        if (allowDownload)
        {
            foreach (var name in new[] { "HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR" })
            {
                if (all[name] is string value)
                {
                    environment[name] = value;
                }
            }
        }

        return environment;
    }

    internal static Dictionary<string, string> Filter(IDictionary all)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in all)
        {
            if (entry is { Key: string name, Value: string value }
                && (Allowed.Contains(name) || name.StartsWith("LC_", StringComparison.Ordinal)))
            {
                environment[name] = value;
            }
        }

        return environment;
    }
}
