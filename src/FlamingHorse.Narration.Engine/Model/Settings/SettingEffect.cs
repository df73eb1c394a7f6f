namespace FlamingHorse.Narration.Engine.Model.Settings;

/// <summary>What a change of a setting affects.</summary>
public enum SettingEffect
{
    /// <summary>The action key: segments are spoken again.</summary>
    Key,

    /// <summary>How a build runs and what it leaves: the next build is not up to date.</summary>
    Outputs,

    /// <summary>Nothing that a build leaves: asked for once, or read by another target. The up-to-date check ignores it.</summary>
    Nothing,
}
