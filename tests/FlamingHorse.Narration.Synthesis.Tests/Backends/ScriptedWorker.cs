using System.Text.Json;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

/// <summary>The real host against <c>scripted_worker.py</c>, with what it recorded.</summary>
internal sealed class ScriptedWorker : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RecordingSink Sink { get; init; } = new();

    public WorkerTimeouts Timeouts { get; init; } =
        new()
        {
            Backoff = [TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(30)],
            Poll = TimeSpan.FromMilliseconds(50),
        };

    public int BatchSize { get; init; } = 8;

    public IReadOnlyList<ITakeChecker> Checkers { get; init; } = [];

    /// <summary>What the worker writes down of itself.</summary>
    public string Record => _folder["record"];

    public string State => _folder["state"];

    public string Clips => _folder["clips"];

    public string Command(string switches) =>
        $"python3 \"{Path.Combine(AppContext.BaseDirectory, "scripted_worker.py")}\" --record \"{_folder["record"]}\" --state "
        + $"\"{State}\" {switches}";

    public Task RunAsync(string switches, params IReadOnlyList<SynthesisRequest> requests) =>
        RunAsync(switches, requests, CancellationToken.None);

    public async Task RunAsync(string switches, IReadOnlyList<SynthesisRequest> requests, CancellationToken cancellation)
    {
        var options = Requests.Options("worker", _folder) with
        {
            WorkerCommand = Command(switches),
            BatchSize = BatchSize,
            Checkers = Checkers,
        };
        await Synthesizers
            .Create(options, Timeouts)
            .RunAsync(requests, Sink, cancellation)
            .WaitAsync(TimeSpan.FromSeconds(120), CancellationToken.None);
    }

    public static SynthesisRequest Request(string id, string text = "", string model = "model-a", string voice = "narrator") =>
        Requests.For(
            id,
            $"Segment {id} says something of a length that can be judged. {text}",
            Requests.Voice("worker", model: model, name: voice)
        );

    public static SynthesisRequest[] Some(int count) => [.. Enumerable.Range(1, count).Select(index => Request($"s{index:000}"))];

    /// <summary>Every line that the worker recorded, of one kind.</summary>
    public IReadOnlyList<JsonElement> Recorded(string kind) =>
        [
            .. File.ReadLines(_folder["record"])
                .Select(line => JsonDocument.Parse(line).RootElement)
                .Where(entry => entry.GetProperty("event").GetString() == kind),
        ];

    /// <summary>Texts of each batch that was begun.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Batches() =>
        [.. Recorded("batch").Select(entry => entry.GetProperty("texts").EnumerateArray().Select(text => text.GetString()!).ToList())];

    public void Dispose() => _folder.Dispose();
}
