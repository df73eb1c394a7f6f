using FlamingHorse.Narration.Engine.Model.Scenes;

namespace FlamingHorse.Narration.Engine.Drift;

/// <summary>A scene whose segments together last another time, gaps not counted.</summary>
/// <param name="Id">As in <see cref="Scene"/>; empty for ids without a dot.</param>
/// <param name="Before">Sum of the clips.</param>
/// <param name="After">Sum of the clips.</param>
public sealed record SceneDrift(string Id, TimeSpan Before, TimeSpan After)
{
    public TimeSpan Change => After - Before;
}
