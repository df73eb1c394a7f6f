using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Model.Settings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>
/// Puts the settings together. Precedence: MSBuild property, process environment, <c>.env</c> beside the project or above it,
/// <c>voice_clone_config.json</c>, default.
/// </summary>
public static class SettingsReader
{
    /// <summary>Reads everything. Invalid values are reported in <paramref name="findings"/> and replaced by their defaults.</summary>
    /// <param name="sources">What to read from.</param>
    /// <param name="findings">FHN2002, FHN2018, FHN2019, FHN2020.</param>
    public static NarrationSettings Read(SettingSources sources, ICollection<Finding> findings)
    {
        var environment = new LayeredEnvironment(sources.Environment, sources.ProjectDirectory);
        var paths = new UserPath(sources.ProjectDirectory, UserFolders.Home(name => environment[name], sources.Family));
        var config = VoiceCloneConfig.Read(sources.ProjectDirectory, findings);
        var values = new SettingValuesReader(sources, environment, paths.Resolve, findings).Read(SettingsTable.All(sources.Backends));
        var voices = new VoicesReader(values, config, paths, findings).Read(sources.Voices);
        var remote = values.Get(SettingsTable.RemoteCache);
        var settings = new NarrationSettings
        {
            Backend = ReadBackend(values, sources, findings),
            BackendSource = values.SourceOf(SettingsTable.Backend),
            ReferenceSource = FindReference(values, config, sources.Voices),
            Missing = values.Get(SettingsTable.Missing) ?? (IsWatching(environment) ? MissingMode.Estimate : MissingMode.Synthesize),
            LockedMode = values.Get(SettingsTable.LockedMode),
            Retake = values.Get(SettingsTable.Retake),
            Accept = values.Get(SettingsTable.Accept),
            Check = values.Get(SettingsTable.Check),
            Quality = values.Get(SettingsTable.Quality),
            Loudness = values.Get(SettingsTable.Loudness),
            MathCapitals = values.Get(SettingsTable.MathCapitals),
            RequireAudio = values.Get(SettingsTable.RequireAudio),
            Shard = values.Get(SettingsTable.Shard),
            Voices = voices,
            Defaults = VoiceDefaultsReader.Read(values, config, paths, findings),
            Cache = new()
            {
                Path = values.Get(SettingsTable.CachePath) ?? CacheLocation.Default(name => environment[name], sources.Family),
                Limit = values.Get(SettingsTable.CacheLimit),
                Remote = remote,
                RemoteWrite = values.Get(SettingsTable.RemoteCacheWrite) ?? (remote is not null && !NarrationKinds.IsUrl(remote)),
            },
            Worker = new WorkerSettingsReader(values, environment, sources, findings).Read(paths),
            Publishing = new()
            {
                ExportFormats = values.Get(SettingsTable.ExportFormat),
                ExportPath = values.Get(SettingsTable.ExportPath),
                ExportGap = values.Get(SettingsTable.ExportGap),
                FlamingHorseOutput = config.OutputDir is { } output ? paths.Resolve(output) : null,
                EmbedAudio = values.Get(SettingsTable.ReportEmbed),
                AuditSample = values.Get(SettingsTable.AuditSample),
                CompareModel = values.Get(SettingsTable.CompareModel),
            },
            Machine = MachineSettings.Read(sources.Environment, environment, sources.Family),
            Values = values,
        };
        return settings with { WatchedFiles = FindWatched(environment, config, voices), ConsultedVariables = [.. environment.Consulted] };
    }

    private static SettingSource FindReference(SettingValues values, VoiceCloneConfig config, IEnumerable<VoiceItem> items) =>
        config.RefAudio is not null || items.Any(item => !string.IsNullOrWhiteSpace(item.ReferenceAudio))
            ? SettingSource.Property
            : values.SourceOf(SettingsTable.VoiceDirectory);

    /// <summary>
    /// dotnet watch sets DOTNET_WATCH only without hot reload. The builds that it starts with it inherit where it found MSBuild, which is
    /// told from its own folder: DotnetTools/dotnet-watch/10.0.401/tools/net10.0/any/../../../../../..
    /// </summary>
    private static bool IsWatching(LayeredEnvironment environment) =>
        (environment["DOTNET_WATCH"] is { } watch && (watch == "1" || watch.Equals("true", StringComparison.OrdinalIgnoreCase)))
        || (
            environment.Find("MSBuildExtensionsPath") is { } path
            && path.Replace('\\', '/').Contains("/DotnetTools/dotnet-watch/", StringComparison.OrdinalIgnoreCase)
        );

    private static string ReadBackend(SettingValues values, SettingSources sources, ICollection<Finding> findings)
    {
        var said = values.Get(SettingsTable.Backend);
        if (sources.Backends.FirstOrDefault(backend => backend.Name.Equals(said, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known.Name;
        }

        var isProperty = values.SourceOf(SettingsTable.Backend) == SettingSource.Property;
        var name = isProperty ? SettingsTable.Backend.Name : SettingsTable.Backend.Variable;
        var allowed = SettingKinds.OneOf([.. sources.Backends.Select(backend => backend.Name)]).Allowed;
        findings.Add(
            VoiceFindings.UnknownBackend.At(
                isProperty ? sources.FindPlace(SettingsTable.Backend.Name) : null,
                said.Equals("qwen", StringComparison.OrdinalIgnoreCase)
                    ? $"{name} is \"{said}\", Flaming Horse's PyTorch path, which is not supported here. Use mlx."
                    : $"{name} is \"{said}\". It must be {allowed}."
            )
        );
        return NarrationSettings.DefaultBackend;
    }

    private static List<string> FindWatched(
        LayeredEnvironment environment,
        VoiceCloneConfig config,
        IReadOnlyDictionary<string, VoiceSettings> voices
    )
    {
        var references = voices.Values.SelectMany(voice => new[] { voice.ReferenceAudio, voice.ReferenceText }).OfType<string>();
        return [.. new SortedSet<string>([.. environment.Watched, config.Path, .. references], StringComparer.Ordinal)];
    }
}
