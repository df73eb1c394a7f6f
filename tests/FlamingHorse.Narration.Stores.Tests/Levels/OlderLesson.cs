using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Pipeline;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Stores.Tests.Levels;

/// <summary>
/// A lesson of <c>tests/fixtures/levels</c>, as its author has it after an upgrade: its lock and takes were made when levels were part of
/// the
/// key. Nothing can speak here.
/// </summary>
internal sealed class OlderLesson : INarrationLog, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <param name="name"><c>default</c>, <c>minus16</c> or <c>off</c>.</param>
    public OlderLesson(string name)
    {
        Fixture = Path.Combine(Repository.Root, "tests", "fixtures", "levels", name);
        File.Copy(Path.Combine(Fixture, "narration.lock.json"), LockPath);
        File.Copy(Path.Combine(Fixture, "..", "person.wav"), _folder["person.wav"]);
        Properties["NarrationBackend"] = "worker";
        Properties["NarrationWorkerCommand"] = "no-such-program";
        Properties["NarrationCachePath"] = "cache";
        Properties["NarrationLoudness"] = name switch
        {
            "minus16" => "-16",
            "off" => "off",
            _ => "",
        };
    }

    public Dictionary<string, string> Properties { get; } = [];

    /// <summary>Where the takes lie as they were made.</summary>
    public string Fixture { get; }

    public string LockPath => _folder["narration.lock.json"];

    public List<ScriptSegment> Script { get; } =
    [Say("Welcome", "Welcome."), Say("Proof", "Now we prove it."), Person("A person says this.")];

    public static ScriptSegment Person(string text) => Say("Person", text);

    /// <summary>What the author's machine has in its cache.</summary>
    /// <param name="store">Relative; <c>cache</c>, or a shared folder.</param>
    /// <param name="isMeant">Which files, by path; all where it is null.</param>
    public OlderLesson HasTakesIn(string store, Func<string, bool>? isMeant = null)
    {
        var from = Path.Combine(Fixture, "cache");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(isMeant ?? (_ => true)))
        {
            var to = Path.Combine(_folder[store, "v1"], Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return this;
    }

    public async Task<NarrationOutcome> BuildAsync()
    {
        var findings = new List<Finding>();
        var settings = SettingsReader.Read(
            new()
            {
                Properties = Properties,
                Voices = [],
                Environment = new Dictionary<string, string>(),
                ProjectDirectory = _folder.Path,
                Backends = BackendRegistry.Descriptors,
            },
            findings
        );
        findings.ShouldBeEmpty();
        var outcome = await new NarrationPipeline().RunAsync(
            new()
            {
                ProjectDirectory = _folder.Path,
                ProjectFile = _folder["Lesson.csproj"],
                AssemblyName = "Lesson",
                RootNamespace = "Lesson",
                IntermediateDirectory = _folder["obj", "narration"],
                LockFilePath = LockPath,
                DraftLockFilePath = _folder["obj", "draft.lock.json"],
                Settings = settings with { Machine = settings.Machine with { UserDataDirectory = _folder["user"] } },
                Segments = Script,
                Recordings = [new("Intro.Person", _folder["person.wav"])],
                WorkersDirectory = _folder["workers"],
                CreateSynthesizer = _ => throw new InvalidOperationException("An engine was called."),
            },
            this,
            CancellationToken.None
        );
        await outcome.DisposeAsync();
        return outcome;
    }

    public void Report(Finding finding) { }

    public void Line(string text) { }

    public void Trace(string text) { }

    public void Dispose() => _folder.Dispose();

    private static ScriptSegment Say(string name, string text) =>
        new()
        {
            Id = $"Intro.{name}",
            Text = text,
            Place = new("Intro.cs", 7, 5),
            Origin = SegmentOrigin.CSharp,
            Member = $"Lesson.Intro.{name}",
        };
}
