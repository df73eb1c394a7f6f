using System.Diagnostics;
using System.Globalization;

namespace FlamingHorse.Narration.Benchmark.Speaking;

/// <summary>The network alone, in a bare program.</summary>
internal sealed class Network : IDisposable
{
    private readonly LineProcess _program;

    public Network(string repository, string model, int threads)
    {
        var clock = Stopwatch.StartNew();
        _program = new(
            Path.Combine(repository, "build", "benchmark", "Network", "bin", "Release", "net10.0", RuntimeId, "Network.dll"),
            [model, threads.ToString(CultureInfo.InvariantCulture)]
        );
        _program.Read();
        LoadTime = clock.Elapsed;
    }

    /// <summary>From the start of the process to the loaded model.</summary>
    public TimeSpan LoadTime { get; }

    public static string RuntimeId => System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;

    /// <summary>Seconds for all, and samples that would come of them.</summary>
    public (double Seconds, long Samples) Run(IEnumerable<long[]> texts)
    {
        foreach (var ids in texts)
        {
            _program.Write(string.Join(' ', ids));
        }

        _program.Write("");
        var answer = _program.Read().Split(' ');
        return (double.Parse(answer[0], CultureInfo.InvariantCulture), long.Parse(answer[1], CultureInfo.InvariantCulture) * 300);
    }

    public void Dispose() => _program.Dispose();
}
