using System.Diagnostics;
using System.Text;

namespace FlamingHorse.Narration.Benchmark.Speaking;

/// <summary>A program that answers lines with lines.</summary>
internal sealed class LineProcess : IDisposable
{
    private readonly Process _process;

    /// <param name="program">Run by dotnet, without ONNX Runtime's telemetry.</param>
    /// <param name="arguments">Of the program.</param>
    /// <param name="processors">How many it may see; null: all.</param>
    /// <param name="environment">Variables beside this process's own.</param>
    public LineProcess(
        string program,
        IEnumerable<string> arguments,
        int? processors = null,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        start.Environment["ORT_DISABLE_TELEMETRY"] = "1";
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // as the host does
        if (processors is { } count)
        {
            start.Environment["DOTNET_PROCESSOR_COUNT"] = $"{count:x}";
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
    }

    /// <summary>Processor time so far: unlike the clock's it does not depend on what else the machine does.</summary>
    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Most memory so far, as Linux counts it.</summary>
    public double PeakMegabytes =>
        double.Parse(
            File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split()[^2],
            System.Globalization.CultureInfo.InvariantCulture
        ) / 1024;

    public void Write(string line)
    {
        _process.StandardInput.Write(line + "\n");
        _process.StandardInput.Flush();
    }

    public void CloseInput() => _process.StandardInput.Close();

    /// <exception cref="InvalidOperationException">It ended.</exception>
    public string Read() =>
        _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{_process.StartInfo.ArgumentList[0]} ended early.");

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
