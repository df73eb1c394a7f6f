using System.Text.Json;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Synthesis.Tests.Judging;

/// <summary>The real host of recognizers against <c>scripted_recognizer.py</c>, with what it recorded.</summary>
internal sealed class ScriptedRecognizer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _trace = [];

    public ScriptedRecognizer(string switches, TimeSpan? silence = null)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "scripted_recognizer.py");
        var arguments = CommandLine.Split(switches);
        var command = new ChildCommand("python3", [script, "--record", Record, "--state", _folder["state"], .. arguments])
        {
            Environment = new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH")! },
            WorkingDirectory = _folder.Path,
        };
        var timeouts = new WorkerTimeouts
        {
            Backoff = [TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(5)],
            Silence = silence ?? TimeSpan.FromSeconds(20),
        };
        Takes = Directory.CreateDirectory(_folder["takes"]).FullName;
        Checker = new Recognizer(
            new ProtocolSetup("scripted", command, HeardParts.All) { Voices = [Voice], Timeouts = timeouts },
            Takes,
            Findings.Add,
            _trace.Add
        );
    }

    public Recognizer Checker { get; }

    /// <summary>Whose takes it hears.</summary>
    private Voice Voice { get; } = Requests.Voice("mlx") with { ReferenceAudio = "/voice/ref.wav", ReferenceText = "What it says." };

    public List<Finding> Findings { get; } = [];

    /// <summary>Where takes are laid for it.</summary>
    public string Takes { get; }

    public int Starts => Lines("start").Count();

    public int Asked => Lines("message").Count(entry => entry.GetProperty("message").GetProperty("t").GetString() == "listen");

    private string Record => _folder["record"];

    /// <summary>Its verdicts of takes with these texts.</summary>
    public async Task<IReadOnlyList<TakeVerdict>> ListenAsync(params string[] texts)
    {
        var takes = texts.Select((text, i) => Take($"s{i}", text)).ToList();
        return await Checker.CheckAsync(takes, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        await Checker.DisposeAsync();
        _folder.Dispose();
    }

    private static TakeToCheck Take(string id, string text)
    {
        var raw = new Engine.Synthesis.RawClip(Signals.Tone(2).Then(Signals.Silence(0.1)));
        var judged = new ClipJudge().Judge(Requests.For(id, text, Requests.Voice("mlx"), seconds: 2), raw, 1);
        return new TakeToCheck(judged.Clip!, raw);
    }

    private IEnumerable<JsonElement> Lines(string kind) =>
        File.Exists(Record)
            ? File.ReadLines(Record)
                .Select(line => JsonDocument.Parse(line).RootElement)
                .Where(entry => entry.GetProperty("event").GetString() == kind)
            : [];
}
