using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Pipeline;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Engine.Tests.Fakes;

/// <summary>A project with a script, a store and a synthesizer; build it as often as you like.</summary>
internal sealed class Studio : IDisposable
{
    private readonly Dictionary<string, ScriptSegment> _script = new(StringComparer.Ordinal);

    public Studio()
    {
        Folder.Write("voice/ref.wav", "the sound of a voice");
        Folder.Write("voice/ref.txt", "What it says.\n");
        Properties["NarrationVoiceDirectory"] = "voice";
        Properties["NarrationPython"] = "/opt/python";
    }

    public TemporaryFolder Folder { get; } = new();

    public MemoryStore Store { get; set; } = new();

    public FakeSynthesizer Synthesizer { get; } = new();

    /// <summary>Of the last build.</summary>
    public ListLog Log { get; private set; } = new();

    public Dictionary<string, string> Properties { get; } = [];

    public Dictionary<string, string> Variables { get; } = [];

    public List<VoiceItem> Voices { get; } = [];

    /// <summary>Programs that this machine has.</summary>
    public HashSet<string> Programs { get; } = ["python3"];

    public string LockPath => Folder["narration.lock.json"];

    public string DraftLockPath => Folder["obj", "draft.lock.json"];

    public NarrationLock Lock => LockFile.Read(LockPath);

    public string Intermediate => Folder["obj", "narration"];

    public Studio Say(string id, string text, Func<ScriptSegment, ScriptSegment>? more = null)
    {
        var segment = new ScriptSegment
        {
            Id = id,
            Text = text,
            Place = new($"{id}.cs", 7, 5),
            Origin = SegmentOrigin.CSharp,
            Member = "Lesson." + id,
        };
        _script[id] = more?.Invoke(segment) ?? segment;
        return this;
    }

    public Studio Unsay(string id)
    {
        _script.Remove(id);
        return this;
    }

    public async Task<NarrationOutcome> BuildAsync(
        Func<NarrationRequest, NarrationRequest>? more = null,
        CancellationToken cancellation = default
    )
    {
        Log = new();
        var request = Request();
        return await new NarrationPipeline().RunAsync(more?.Invoke(request) ?? request, Log, cancellation);
    }

    /// <summary>A build whose only property beyond the project's is this one.</summary>
    public async Task<NarrationOutcome> BuildAsync(string property, string value)
    {
        var before = Properties.GetValueOrDefault(property);
        Properties[property] = value;
        try
        {
            return await BuildAsync();
        }
        finally
        {
            Properties[property] = before ?? "";
        }
    }

    public NarrationSettings Settings(ICollection<Finding> findings) =>
        SettingsReader.Read(
            new()
            {
                Properties = Properties,
                Voices = Voices,
                Environment = Variables,
                ProjectDirectory = Folder.Path,
                Backends = BackendRegistry.Descriptors,
            },
            findings
        );

    public NarrationRequest Request()
    {
        var findings = new List<Finding>();
        var settings = Settings(findings);
        findings.ShouldBeEmpty();
        return new()
        {
            ProjectDirectory = Folder.Path,
            ProjectFile = Folder["Lesson.csproj"],
            AssemblyName = "Lesson",
            RootNamespace = "Lesson",
            IntermediateDirectory = Intermediate,
            LockFilePath = LockPath,
            DraftLockFilePath = DraftLockPath,
            Settings = settings with { Machine = settings.Machine with { UserDataDirectory = Folder["user"] } },
            Segments = [.. _script.Values],
            WorkersDirectory = Folder["workers"],
            OpenStore = (_, _) => Store,
            CreateSynthesizer = Synthesizer.Create,
            IsProgramHere = Programs.Contains,
        };
    }

    public void Dispose() => Folder.Dispose();
}

internal static class OutcomeExtensions
{
    public static ManifestSegment Of(this NarrationOutcome outcome, string id) =>
        outcome.Manifest.Segments.Single(segment => segment.Id == id);

    public static IReadOnlyList<string> Codes(this NarrationOutcome outcome) => [.. outcome.Findings.Select(finding => finding.Kind.Code)];
}
