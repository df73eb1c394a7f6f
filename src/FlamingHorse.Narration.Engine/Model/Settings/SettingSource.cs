namespace FlamingHorse.Narration.Engine.Model.Settings;

/// <summary>Who set a setting.</summary>
public enum SettingSource
{
    /// <summary>Nobody: it has its default.</summary>
    Default,

    /// <summary>An environment variable, of the process or of a <c>.env</c> file.</summary>
    Variable,

    /// <summary>The MSBuild property.</summary>
    Property,
}
