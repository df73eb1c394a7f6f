using System.Diagnostics;
using System.Text.Json;

namespace FlamingHorse.Narration.Benchmark.Speaking;

/// <summary>The packed program, over its protocol.</summary>
internal sealed class SpeechProgram : IDisposable
{
    /// <summary>The allocator as the host sets it (NeuralProgram).</summary>
    private static readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal)
    {
        ["MALLOC_MMAP_THRESHOLD_"] = "33554432",
        ["MALLOC_TRIM_THRESHOLD_"] = "268435456",
        ["MALLOC_ARENA_MAX"] = "2",
    };

    private readonly LineProcess _program;
    private readonly string _folder;
    private int _batch;

    /// <param name="path">Of the program.</param>
    /// <param name="folder">Where clips go.</param>
    /// <param name="processors">How many it may see; null: all.</param>
    /// <param name="recognizer">File of a Whisper model; null: it does not listen.</param>
    public SpeechProgram(string path, string folder, int? processors = null, string? recognizer = null)
    {
        _folder = folder;
        var clock = Stopwatch.StartNew();
        _program = new(path, [], processors, _environment);
        Await("hello");
        object init = recognizer is null
            ? new
            {
                t = "init",
                proto = 1,
                model = "heart",
            }
            : new
            {
                t = "init",
                proto = 1,
                model = "heart",
                recognizer = new { model = recognizer },
            };
        _program.Write(JsonSerializer.Serialize(init));
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

    /// <summary>Processor time so far.</summary>
    public double ProcessorSeconds => _program.ProcessorSeconds;

    /// <summary>Most memory so far, MB.</summary>
    public double PeakMegabytes => _program.PeakMegabytes;

    /// <summary>Seconds for all clips, from the order to the last answer, and what was heard in each.</summary>
    public (double Seconds, IReadOnlyList<string> Transcripts) Listen(IReadOnlyList<string> clips, IReadOnlyList<string> texts)
    {
        var items = clips
            .Zip(texts)
            .Select(
                (pair, id) =>
                    new
                    {
                        id,
                        audio = pair.First,
                        text = pair.Second,
                    }
            );
        var order = JsonSerializer.Serialize(
            new
            {
                t = "listen",
                batch = ++_batch,
                language = "english",
                items,
            }
        );
        var clock = Stopwatch.StartNew();
        _program.Write(order);
        var heard = new string[clips.Count];
        foreach (var _ in clips)
        {
            var answer = Await("heard");
            heard[answer.GetProperty("id").GetInt32()] = answer.GetProperty("transcript").GetString()!;
        }

        return (clock.Elapsed.TotalSeconds, heard);
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
