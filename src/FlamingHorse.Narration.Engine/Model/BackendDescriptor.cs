using FlamingHorse.Narration.Engine.Model.Settings;

namespace FlamingHorse.Narration.Engine.Model;

/// <summary>What the settings and the manual need to know of a backend.</summary>
/// <param name="Name">The value of <c>NarrationBackend</c> that selects it.</param>
/// <param name="Documentation">What it is, in one line of Markdown for the manual.</param>
/// <param name="Settings">Settings that only this backend reads; <see cref="SettingValues.Get{T}"/> gives their values.</param>
public sealed record BackendDescriptor(string Name, string Documentation, IReadOnlyList<SettingRow> Settings);
