using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Tests.Settings;

/// <summary>A project in a repository, with an environment and a home of its own.</summary>
public abstract class SettingsTest : IDisposable
{
    protected SettingsTest()
    {
        Directory.CreateDirectory(Project);
        Variables["HOME"] = Folder["home"];
        Variables["USERPROFILE"] = Folder["home"];
    }

    private protected TemporaryFolder Folder { get; } = new();

    protected Dictionary<string, string> Properties { get; } = [];

    protected Dictionary<string, string> Variables { get; } = [];

    protected List<VoiceItem> Voices { get; } = [];

    protected List<Finding> Findings { get; } = [];

    protected string Project => Folder["repo", "lesson"];

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected NarrationSettings Read() => Read(CurrentSystem.Family);

    /// <summary>As on another system.</summary>
    protected NarrationSettings Read(SystemFamily family) =>
        SettingsReader.Read(
            new()
            {
                Properties = Properties,
                Voices = Voices,
                Environment = Variables,
                Family = family,
                ProjectDirectory = Project,
                Backends = BackendRegistry.Descriptors,
            },
            Findings
        );
}
