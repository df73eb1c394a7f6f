using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Model.Settings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>Decides the model and the language of voices that name none.</summary>
internal static class VoiceDefaultsReader
{
    public static VoiceDefaults Read(SettingValues values, VoiceCloneConfig config, UserPath paths, ICollection<Finding> findings)
    {
        var quality = values.Get(SettingsTable.Quality);
        var (model, isModelFromMachine) = ReadModel(quality, values, config, paths, findings);
        var (language, isLanguageFromMachine) = ReadLanguage(values, config, findings);
        return new()
        {
            Voice = values.Get(SettingsTable.DefaultVoice),
            Model = model,
            IsModelFromMachine = isModelFromMachine,
            QualityModel = QualityModels.Of(quality),
            SystemModel = values.SourceOf(SettingsTable.Model) == SettingSource.Property ? values.Get(SettingsTable.Model) : null,
            Language = language,
            IsLanguageFromMachine = isLanguageFromMachine,
        };
    }

    // A quality chosen in the project is a choice of model, so it wins over the variable and the file; NarrationModel wins over both.
    private static (string? Model, bool IsFromMachine) ReadModel(
        NarrationQuality quality,
        SettingValues values,
        VoiceCloneConfig config,
        UserPath paths,
        ICollection<Finding> findings
    )
    {
        var said = values.Get(SettingsTable.Model);
        if (values.SourceOf(SettingsTable.Model) == SettingSource.Property)
        {
            return (said, false);
        }

        if (quality != NarrationQuality.Final)
        {
            return (QualityModels.Of(quality), false);
        }

        var machine = said ?? ReadConfiguredModel(config, paths, findings);
        return (machine, machine is not null);
    }

    private static string? ReadConfiguredModel(VoiceCloneConfig config, UserPath paths, ICollection<Finding> findings)
    {
        if (config.ModelId is not { } model)
        {
            return null;
        }

        if (model.StartsWith("mlx-community/", StringComparison.Ordinal) || Directory.Exists(paths.Resolve(model)))
        {
            return model;
        }

        findings.Add(
            VoiceFindings.ModelPassedOver.At(
                new(config.Path),
                $"model_id \"{model}\" of {VoiceCloneConfig.FileName} is neither a local folder nor under mlx-community/, "
                    + "so it belongs to the PyTorch path and is ignored. Set NarrationModel to use another model."
            )
        );
        return null;
    }

    private static (string? Name, bool IsFromMachine) ReadLanguage(
        SettingValues values,
        VoiceCloneConfig config,
        ICollection<Finding> findings
    )
    {
        if (values.SourceOf(SettingsTable.Language) == SettingSource.Property)
        {
            return (values.Get(SettingsTable.Language), false);
        }

        if (config.Language is { } configured && LanguageName.Problem(configured) is { } allowed)
        {
            findings.Add(SettingValuesReader.InvalidSetting("language", configured, allowed, new(config.Path)));
            return (null, false);
        }

        return (config.Language, config.Language is not null);
    }
}
