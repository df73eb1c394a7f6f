using System.Diagnostics;
using System.Text.Json;

namespace FlamingHorse.Narration.Benchmark.Speaking;

/// <summary>The packed program's <c>--phonemes</c>.</summary>
internal sealed class Reader : IDisposable
{
    private readonly LineProcess _program;
    private readonly Dictionary<string, long> _ids;

    /// <param name="path">Of the program.</param>
    /// <param name="voice">The voice's folder.</param>
    public Reader(string path, string voice)
    {
        _program = new(path, ["--phonemes"], processors: 1);
        _ids = JsonSerializer.Deserialize<Dictionary<string, long>>(File.ReadAllText(Path.Combine(voice, "vocab.json")))!;
        Read(["It is loaded when it has answered."]);
    }

    /// <summary>Phonemes of each, and the seconds for all.</summary>
    public (double Seconds, IReadOnlyList<string> Phonemes) Read(IReadOnlyList<string> texts)
    {
        var clock = Stopwatch.StartNew();
        // Beside the answers: neither pipe holds all of it.
        var writing = Task.Run(() =>
        {
            foreach (var text in texts)
            {
                _program.Write(text);
            }
        });
        var phonemes = texts.Select(_ => _program.Read()).ToList();
        writing.Wait();
        return (clock.Elapsed.TotalSeconds, phonemes);
    }

    /// <summary>What the network is given: 0 at both ends.</summary>
    public IReadOnlyList<long[]> Ids(IReadOnlyList<string> texts) =>
        [.. Read(texts).Phonemes.Select(line => (long[])[0, .. line.Select(phoneme => _ids[phoneme.ToString()]), 0])];

    public void Dispose() => _program.Dispose();
}
