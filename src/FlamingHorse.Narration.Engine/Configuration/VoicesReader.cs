using FlamingHorse.Narration.Engine.Model.Settings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>Reads the narrator, and lays the <c>NarrationVoice</c> items over it.</summary>
internal sealed class VoicesReader(SettingValues values, VoiceCloneConfig config, UserPath paths, ICollection<Finding> findings)
{
    /// <summary>By name, without regard to case.</summary>
    public Dictionary<string, VoiceSettings> Read(IReadOnlyList<VoiceItem> items)
    {
        var reader = new VoiceItemReader(findings, paths);
        var voices = new Dictionary<string, VoiceSettings>(StringComparer.OrdinalIgnoreCase)
        {
            [NarrationSettings.Narrator] = ReadNarrator(),
        };
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in items)
        {
            if (!seen.Add(item.Name))
            {
                findings.Add(SettingValuesReader.InvalidSetting("NarrationVoice", item.Name, "given once for each voice", item.Place));
                continue;
            }

            voices[item.Name] = reader.Read(item, voices.GetValueOrDefault(item.Name) ?? new VoiceSettings(item.Name));
        }

        return voices;
    }

    private VoiceSettings ReadNarrator()
    {
        var folder = values.Get(SettingsTable.VoiceDirectory);
        return new(NarrationSettings.Narrator)
        {
            ReferenceAudio =
                folder is not null ? Path.Combine(folder, "ref.wav")
                : config.RefAudio is { } audio ? paths.Resolve(audio)
                : null,
            ReferenceText =
                folder is not null ? Path.Combine(folder, "ref.txt")
                : config.RefText is { } text ? paths.Resolve(text)
                : null,
        };
    }
}
