using System.Globalization;
using FlamingHorse.Narration.Benchmark.Speaking;

namespace FlamingHorse.Narration.Benchmark.Listening;

/// <summary>Whisper's own calls, in a bare program.</summary>
internal sealed class BareWhisper : IDisposable
{
    private readonly LineProcess _program;

    public BareWhisper(string repository, string model)
    {
        _program = new(Path.Combine(repository, "build", "benchmark", "Whisper", "bin", "Release", "net10.0", "Whisper.dll"), [model], 1);
        _program.Read();
    }

    /// <summary>Seconds for all files, and what was heard in each.</summary>
    public (double Seconds, IReadOnlyList<string> Transcripts) Hear(IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            _program.Write(file);
        }

        _program.Write("");
        var seconds = double.Parse(_program.Read(), CultureInfo.InvariantCulture);
        return (seconds, [.. files.Select(_ => _program.Read())]);
    }

    public void Dispose() => _program.Dispose();
}
