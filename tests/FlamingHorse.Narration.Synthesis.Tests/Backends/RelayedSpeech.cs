using System.Diagnostics;
using System.Globalization;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using Microsoft.Extensions.Time.Testing;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

/// <summary>The real host and the real program of the Speech package, with <c>fault_relay.py</c> between them.</summary>
internal sealed class RelayedSpeech : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();

    public RecordingSink Sink { get; } = new();

    public string Clips => _folder["clips"];

    /// <summary>Process ids of the programs that the fault struck.</summary>
    public IReadOnlyList<int> Struck =>
        File.Exists(_folder["strikes"])
            ? [.. File.ReadLines(_folder["strikes"]).Select(id => int.Parse(id, CultureInfo.InvariantCulture))]
            : [];

    /// <param name="fault">As the relay names it.</param>
    /// <param name="state">In which it strikes.</param>
    /// <param name="times">How often.</param>
    /// <param name="requests">What is to be said.</param>
    public async Task RunAsync(string fault, string state, int times, IReadOnlyList<SynthesisRequest> requests)
    {
        var relay = Path.Combine(AppContext.BaseDirectory, "fault_relay.py");
        var host = _folder.WriteProgram(
            "host",
            $"#!/bin/sh\nexec python3 '{relay}' {fault} {state} {times} '{_folder.Path}' dotnet \"$@\"\n"
        );
        var options = Requests.Options("neural", _folder);
        options = options with
        {
            SpeechProgram = Program,
            Environment = new Dictionary<string, string>(options.Environment, StringComparer.Ordinal) { ["DOTNET_HOST_PATH"] = host },
        };
        var run = Synthesizers.Create(options, _timeouts with { Clock = _clock }).RunAsync(requests, Sink, CancellationToken.None);
        await TurnClockAsync(run, () => fault == "hang" && Sink.WorkerStarts == 1 && Struck.Count > 0);
        await run;
    }

    /// <summary>The host's clock goes on as the real one does, and a hundred times as fast while a program hangs.</summary>
    private async Task TurnClockAsync(Task run, Func<bool> hangs)
    {
        var limit = Stopwatch.StartNew();
        while (!run.IsCompleted)
        {
            limit.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(120));
            await Task.WhenAny(run, Task.Delay(TimeSpan.FromMilliseconds(10)));
            _clock.Advance(hangs() ? TimeSpan.FromSeconds(1) : TimeSpan.FromMilliseconds(10));
        }
    }

    public static SynthesisRequest[] Some(int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(n =>
                    Requests.For($"s{n}", $"This is sentence number {n}, and it is long enough.", Requests.Voice("neural", model: "heart"))
                ),
        ];

    public void Dispose() => _folder.Dispose();

    private static readonly WorkerTimeouts _timeouts = new()
    {
        // A busy machine may not run a program for many seconds.
        ColdStart = TimeSpan.FromSeconds(120),
        Silence = TimeSpan.FromSeconds(60),
        Backoff = [TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(30)],
        ShutdownTimeout = TimeSpan.FromSeconds(1),
    };

    /// <summary>As this solution built it, in the configuration of these tests.</summary>
    public static string Program
    {
        get
        {
            var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            const string Name = "FlamingHorse.Narration.Speech";
            return Path.Combine(Repository.Root, "src", Name, "bin", framework.Parent!.Name, framework.Name, $"{Name}.dll");
        }
    }
}
