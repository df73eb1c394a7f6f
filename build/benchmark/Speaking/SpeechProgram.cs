using System.Diagnostics;
using System.Text.Json;

namespace FlamingHorse.Narration.Benchmark.Speaking;

/// <summary>The packed program, over its protocol.</summary>
internal sealed class SpeechProgram : IDisposable
{
    private readonly LineProcess _program;
    private readonly string _folder;
    private int _batch;

    /// <param name="path">Of the program.</param>
    /// <param name="folder">Where clips go.</param>
    /// <param name="processors">How many it may see; null: all.</param>
    public SpeechProgram(string path, string folder, int? processors = null)
    {
        _folder = folder;
        var clock = Stopwatch.StartNew();
        _program = new(path, [], processors);
        Await("hello");
        _program.Write("""{"t":"init","proto":1,"model":"heart"}""");
        Await("ready");
        ReadyTime = clock.Elapsed;
    }

    /// <summary>From the start of the process to <c>ready</c>.</summary>
    public TimeSpan ReadyTime { get; }

    /// <summary>Seconds for all texts, from the order to the last answer, their samples, and the program's peak memory in GiB.</summary>
    public (double Seconds, long Samples, double Peak) Speak(IReadOnlyList<string> texts)
    {
        var items = texts.Select(
            (text, id) =>
                new
                {
                    id,
                    text,
                    @out = Path.Combine(_folder, $"{id}.wav"),
                }
        );
        var order = JsonSerializer.Serialize(
            new
            {
                t = "synth",
                batch = ++_batch,
                language = "english",
                seed = 1,
                speed = 1.0,
                items,
            }
        );
        var clock = Stopwatch.StartNew();
        _program.Write(order);
        var (samples, peak) = (0L, 0.0);
        foreach (var _ in texts)
        {
            var done = Await("done");
            samples += done.GetProperty("samples").GetInt64();
            peak = done.GetProperty("peak_gib").GetDouble();
        }

        return (clock.Elapsed.TotalSeconds, samples, peak);
    }

    public void Dispose() => _program.Dispose();

    private JsonElement Await(string kind)
    {
        while (true)
        {
            var line = _program.Read();
            var message = JsonDocument.Parse(line).RootElement;
            var t = message.GetProperty("t").GetString();
            if (t == kind)
            {
                return message;
            }

            if (t == "error")
            {
                throw new InvalidOperationException(line);
            }
        }
    }
}
