namespace FlamingHorse.Narration.Engine.Model.Settings;

/// <summary>
/// One setting: an MSBuild property that a project may set. From its row come what the targets hand to the tasks, how it is read, whether
/// the up-to-date check looks at it, and its line in <c>docs/reference.md</c>.
/// </summary>
/// <param name="Name">Name of the MSBuild property.</param>
/// <param name="Effect">What a change of it affects.</param>
/// <param name="Documentation">Its meaning in one line of Markdown, for the manual.</param>
public abstract record SettingRow(string Name, SettingEffect Effect, string Documentation)
{
    /// <summary>The environment variable that is read where the property is not set; null for none.</summary>
    public string? Variable { get; init; }

    /// <summary>The default in Markdown where it is more than a value; null: the value itself is shown.</summary>
    public string? DefaultDocumentation { get; init; }

    /// <summary>The property that the targets read in place of <see cref="Name"/>; null: that one.</summary>
    public string? ForwardedFrom { get; init; }

    /// <summary>Completes "It must be …".</summary>
    public abstract string Allowed { get; }

    /// <summary>The default as it would be written in a project; empty where there is none.</summary>
    public abstract string DefaultText { get; }

    /// <summary>The text as a message may show it.</summary>
    public abstract string Redact(string text);

    /// <summary>Reads a value; false for an invalid one.</summary>
    internal abstract bool TryParse(string text, Func<string, string> resolvePath, out object? value);
}
