using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>
/// Puts the settings together. Precedence: MSBuild property, process environment, <c>.env</c> beside the project or above it,
/// <c>voice_clone_config.json</c>, default.
/// </summary>
public sealed class SettingsReader
{
    private static readonly string[] _backends = ["mlx", "system", "http", "worker"];
    private static readonly string[] _dialects = ["openai", "vllm-omni", "mlx-audio"];

    private readonly PropertyReader _properties;
    private readonly LayeredEnvironment _environment;
    private readonly UserPath _paths;
    private readonly ICollection<Finding> _findings;
    private readonly string _configPath;
    private readonly VoiceCloneConfig _config;
    private readonly string _searchPath;

    private SettingsReader(
        IReadOnlyDictionary<string, string> properties,
        Func<string, string?> environment,
        string projectDirectory,
        ICollection<Finding> findings
    )
    {
        _findings = findings;
        _properties = new(properties, findings);
        _environment = new(environment, projectDirectory);
        _paths = new(projectDirectory, UserFolders.Home(name => _environment[name]));
        _configPath = Path.Combine(projectDirectory, VoiceCloneConfig.FileName);
        _config = ReadConfig();
        // Not "consulted": it decides nothing once everything is spoken, and it differs from terminal to terminal.
        _searchPath = environment("PATH") ?? "";
    }

    /// <summary>Reads everything. What is wrong is added to <paramref name="findings"/>, and its default stands in for it.</summary>
    /// <param name="properties">By their MSBuild names; empty means unset.</param>
    /// <param name="voices">The <c>NarrationVoice</c> items.</param>
    /// <param name="environment">The process environment of this build.</param>
    /// <param name="projectDirectory">Absolute.</param>
    /// <param name="findings">FHN2002, FHN2018, FHN2019, FHN2020.</param>
    public static NarrationSettings Read(
        IReadOnlyDictionary<string, string> properties,
        IReadOnlyList<VoiceItem> voices,
        Func<string, string?> environment,
        string projectDirectory,
        ICollection<Finding> findings
    ) => new SettingsReader(properties, environment, projectDirectory, findings).Read(voices);

    private NarrationSettings Read(IReadOnlyList<VoiceItem> items)
    {
        var quality = _properties.Choice<NarrationQuality>("NarrationQuality") ?? NarrationQuality.Final;
        var model = ReadModel(quality);
        var language = ReadLanguage();
        var python = ReadPython();
        var remote = ReadRemote();
        var voices = ReadVoices(items);
        var settings = new NarrationSettings
        {
            Backend = ReadBackend(),
            Missing = _properties.Choice<MissingMode>("NarrationMissing") ?? (IsWatching ? MissingMode.Estimate : MissingMode.Synthesize),
            LockedMode = _properties.Flag("NarrationLockedMode") ?? false,
            Retake = _properties.Text("NarrationRetake") ?? "",
            Quality = quality,
            Model = model.Model,
            IsModelFromMachine = model.IsFromMachine,
            QualityModel = QualityModels.Of(quality),
            SystemModel = _properties.Text("NarrationModel"),
            Python = python.Path,
            IsPythonConfigured = python.IsConfigured,
            DefaultVoice = _properties.Text("NarrationDefaultVoice") ?? NarrationSettings.Narrator,
            Language = language.Name,
            IsLanguageFromMachine = language.IsFromMachine,
            Loudness = ReadLoudness(),
            CachePath = _properties.Text("NarrationCachePath") is { } cache
                ? _paths.Resolve(cache)
                : CacheLocation.Default(name => _environment[name]),
            CacheLimit = _properties.Number("NarrationCacheLimit", value => value > 0, "a number of GiB above 0"),
            RemoteCache = remote,
            RemoteCacheWrite = _properties.Flag("NarrationRemoteCacheWrite") ?? (remote is not null && !IsUrl(remote)),
            RequireAudio = _properties.Flag("NarrationRequireAudio") ?? false,
            CopyAudio = _properties.Flag("NarrationCopyAudio") ?? true,
            BatchSize = (int)(
                _properties.Number(
                    "NarrationBatchSize",
                    value => value is >= 1 and <= 256 && double.IsInteger(value),
                    "a whole number from 1 to 256"
                ) ?? 8
            ),
            MemoryLimit = _properties.Number("NarrationMemoryLimit", value => value > 0, "a number of GiB above 0") ?? 15,
            OutOfMemoryModel = _properties.Text("NarrationOutOfMemoryModel"),
            AllowDownload = _properties.Flag("NarrationAllowDownload") ?? false,
            Force = _properties.Flag("NarrationForce") ?? false,
            WorkerCommand = _properties.Text("NarrationWorkerCommand") ?? "",
            Endpoint = _properties.Text("NarrationEndpoint"),
            EndpointDialect = ReadOneOf("NarrationEndpointDialect", _dialects) ?? "openai",
            Shard = ReadShard(),
            ExportFormats = (_properties.Text("NarrationExportFormat") ?? "Srt;WebVtt;Json").Split(
                ';',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            ),
            ExportPath = _properties.Text("NarrationExportPath") is { } export ? _paths.Resolve(export) : null,
            ExportGap = TimeSpan.FromSeconds(
                _properties.Number("NarrationExportGap", value => value is >= 0 and <= 3600, "a number of seconds from 0 to 3600") ?? 0
            ),
            ReportEmbed = _properties.Text("NarrationReportEmbed"),
            AuditSample = _properties.Text("NarrationAuditSample"),
            CompareModel = _properties.Text("NarrationCompareModel"),
            Voices = voices,
            FlamingHorseOutput = _config.OutputDir is { } output ? _paths.Resolve(output) : null,
            UserDataDirectory = UserFolders.Data(name => _environment[name]),
            Home = UserFolders.Home(name => _environment[name]),
            SearchPath = _searchPath,
            WorkerVariables = ReadWorkerVariables(),
        };
        return settings with { WatchedFiles = Watched(voices), ConsultedVariables = [.. _environment.Consulted] };
    }

    private bool IsWatching =>
        _environment["DOTNET_WATCH"] is { } watch && (watch == "1" || watch.Equals("true", StringComparison.OrdinalIgnoreCase));

    private VoiceCloneConfig ReadConfig()
    {
        try
        {
            return TextFile.ReadIfPresent(_configPath) is { } bytes ? VoiceCloneConfig.Parse(bytes, _configPath) : new();
        }
        catch (NarrationException error)
        {
            _findings.Add(error.Finding);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _findings.Add(
                VoiceFindings.InvalidConfig.At(
                    new(_configPath),
                    $"{VoiceCloneConfig.FileName} cannot be read: {error.Message} Make it readable, or remove it."
                )
            );
        }

        return new();
    }

    private string ReadBackend()
    {
        var property = _properties.Text("NarrationBackend");
        var said = property ?? _environment["FLAMING_HORSE_TTS_BACKEND"]?.Trim();
        if (said is null)
        {
            return NarrationSettings.DefaultBackend;
        }

        var known = Array.Find(_backends, name => name.Equals(said, StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            var source = property is null ? "FLAMING_HORSE_TTS_BACKEND" : "NarrationBackend";
            _findings.Add(
                VoiceFindings.UnknownBackend.At(
                    null,
                    said.Equals("qwen", StringComparison.OrdinalIgnoreCase)
                        ? $"{source} is \"{said}\", Flaming Horse's PyTorch path, which is not supported here. Use mlx."
                        : $"{source} is \"{said}\". It must be mlx, system, http or worker."
                )
            );
        }

        return known ?? NarrationSettings.DefaultBackend;
    }

    // A quality chosen in the project is a choice of model, so it goes before the variable and the file; NarrationModel goes before both.
    private (string? Model, bool IsFromMachine) ReadModel(NarrationQuality quality)
    {
        if (_properties.Text("NarrationModel") is { } property)
        {
            return (property, false);
        }

        return
            quality == NarrationQuality.Final
            && (_environment["FLAMING_HORSE_MLX_MODEL_ID"]?.Trim() ?? ReadConfiguredModel()) is { } machine
            ? (machine, true)
            : (quality == NarrationQuality.Final ? null : QualityModels.Of(quality), false);
    }

    private string? ReadConfiguredModel()
    {
        if (_config.ModelId is not { } model)
        {
            return null;
        }

        if (model.StartsWith("mlx-community/", StringComparison.Ordinal) || Directory.Exists(_paths.Resolve(model)))
        {
            return model;
        }

        _findings.Add(
            VoiceFindings.ModelPassedOver.At(
                new(_configPath),
                $"model_id \"{model}\" of {VoiceCloneConfig.FileName} is neither a local folder nor under mlx-community/: it is the PyTorch path's and is passed over. Set NarrationModel to use another model."
            )
        );
        return null;
    }

    private (string Path, bool IsConfigured) ReadPython()
    {
        if ((_properties.Text("NarrationPython") ?? _environment["FLAMING_HORSE_MLX_PYTHON"]?.Trim()) is { } said)
        {
            // A bare name is for PATH; anything with a folder in it is a place.
            return (said.AsSpan().ContainsAny('/', '\\') || said[0] == '~' ? _paths.Resolve(said) : said, true);
        }

        var own = MlxEnvironment.Python(name => _environment[name]);
        return File.Exists(own) ? (own, true) : ("python3", false);
    }

    private (string? Name, bool IsFromMachine) ReadLanguage()
    {
        if (_properties.Text("NarrationLanguage") is { } property)
        {
            return (
                LanguageName.Problem(property) is { } allowed
                    ? _properties.Invalid<string>("NarrationLanguage", property, allowed)
                    : property,
                false
            );
        }

        return _config.Language is { } configured && LanguageName.Problem(configured) is { } full
            ? (_properties.Invalid<string>("language", configured, full, new(_configPath)), false)
            : (_config.Language, _config.Language is not null);
    }

    // A worker runs in a folder of its own, so a relative folder means the project's here, as everywhere in the settings.
    private Dictionary<string, string> ReadWorkerVariables()
    {
        var variables = _environment
            .NamesInFiles.Where(name => ChildEnvironment.IsAllowed(name, allowDownload: true) && _environment.Find(name) is not null)
            .ToDictionary(name => name, name => _environment.Find(name)!, StringComparer.Ordinal);
        foreach (var name in ChildEnvironment.ModelFolders)
        {
            if (_environment.Find(name)?.Trim() is { Length: > 0 } folder)
            {
                variables[name] = _paths.Resolve(folder);
            }
        }

        return variables;
    }

    private double? ReadLoudness() =>
        _properties.Text("NarrationLoudness")?.Equals("off", StringComparison.OrdinalIgnoreCase) == true
            ? null
            : _properties.Number("NarrationLoudness", value => value is >= -60 and <= -1, "a number of LUFS from -60 to -1, or off") ?? -18;

    private string? ReadRemote() =>
        _properties.Text("NarrationRemoteCache") switch
        {
            null => null,
            var url when IsUrl(url) => url,
            var url when url.Contains("://", StringComparison.Ordinal) => _properties.Invalid<string>(
                "NarrationRemoteCache",
                WithoutSecrets(url),
                "an http or https URL, or a folder"
            ),
            var folder => _paths.Resolve(folder),
        };

    private KeyShard? ReadShard() =>
        _properties.Text("NarrationShard") switch
        {
            null => null,
            var text when KeyShard.TryParse(text, out var shard) => shard,
            var text => _properties.Invalid<KeyShard>("NarrationShard", text, "k/n with k from 1 to n, such as 3/8"),
        };

    private string? ReadOneOf(string name, string[] allowed) =>
        _properties.Text(name) switch
        {
            null => null,
            var text => Array.Find(allowed, value => value.Equals(text, StringComparison.OrdinalIgnoreCase))
                ?? _properties.Invalid<string>(name, text, string.Join(", ", allowed[..^1]) + " or " + allowed[^1]),
        };

    private Dictionary<string, VoiceSettings> ReadVoices(IReadOnlyList<VoiceItem> items)
    {
        var reader = new VoiceItemReader(_properties, _paths);
        var voices = new Dictionary<string, VoiceSettings>(StringComparer.OrdinalIgnoreCase)
        {
            [NarrationSettings.Narrator] = ReadNarrator(),
        };
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in items)
        {
            if (!seen.Add(item.Name))
            {
                _properties.Invalid<object>("NarrationVoice", item.Name, "given once for each voice", item.Place);
                continue;
            }

            voices[item.Name] = reader.Read(item, voices.GetValueOrDefault(item.Name) ?? new VoiceSettings(item.Name));
        }

        return voices;
    }

    private VoiceSettings ReadNarrator()
    {
        var folder = (_properties.Text("NarrationVoiceDirectory") ?? _environment["FLAMING_HORSE_VOICE_REF_DIR"]?.Trim()) is { } said
            ? _paths.Resolve(said)
            : null;
        return new(NarrationSettings.Narrator)
        {
            ReferenceAudio =
                folder is not null ? Path.Combine(folder, "ref.wav")
                : _config.RefAudio is { } audio ? _paths.Resolve(audio)
                : null,
            ReferenceText =
                folder is not null ? Path.Combine(folder, "ref.txt")
                : _config.RefText is { } text ? _paths.Resolve(text)
                : null,
        };
    }

    private List<string> Watched(Dictionary<string, VoiceSettings> voices)
    {
        var files = new SortedSet<string>(_environment.Watched, StringComparer.Ordinal) { _configPath };
        foreach (var voice in voices.Values)
        {
            if (voice.ReferenceAudio is not null)
            {
                files.Add(voice.ReferenceAudio);
            }

            if (voice.ReferenceText is not null)
            {
                files.Add(voice.ReferenceText);
            }
        }

        return [.. files];
    }

    private static bool IsUrl(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    // A mistyped scheme must not bring a password into the log.
    private static string WithoutSecrets(string url) => url.LastIndexOf('@') is > 0 and var at ? "…" + url[at..] : url;
}
