using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace FlamingHorse.Narration.Speech.Tests.Protocol;

/// <summary>The program itself, in a process of its own.</summary>
internal sealed class SpeechProgram : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly StringBuilder _log = new();

    public SpeechProgram(
        string[]? arguments = null,
        bool withoutTelemetry = true,
        string? temporaryFolder = null,
        string[]? wrapper = null,
        Dictionary<string, string>? variables = null,
        string? folder = null
    )
    {
        var path = Path.Combine(folder ?? AppContext.BaseDirectory, "FlamingHorse.Narration.Speech.dll");
        string[] command = [.. wrapper ?? [], "dotnet", path, .. arguments ?? []];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        start.Environment["ORT_DISABLE_TELEMETRY"] = withoutTelemetry ? "1" : null;
        foreach (var (name, value) in variables ?? [])
        {
            start.Environment[name] = value;
        }

        if (temporaryFolder is not null)
        {
            start.Environment["HOME"] = start.Environment["TMPDIR"] = temporaryFolder;
        }

        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => _log.AppendLine(line.Data);
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public void Send(string line)
    {
        _process.StandardInput.Write(line + "\n");
        _process.StandardInput.Flush();
    }

    public void CloseInput() => _process.StandardInput.Close();

    public void Kill() => _process.Kill();

    public async Task<JsonElement> ReadAsync(params string[] kinds)
    {
        while (true)
        {
            var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(_patience);
            line.ShouldNotBeNull(_log.ToString());
            var message = JsonDocument.Parse(line).RootElement;
            if (kinds.Length == 0 || kinds.Contains(Conversation.Kind(message)))
            {
                return message;
            }
        }
    }

    public async Task BeginAsync()
    {
        await ReadAsync("hello");
        Send("""{"t":"init","proto":1,"model":"heart"}""");
        Conversation.Kind(await ReadAsync()).ShouldBe("ready", _log.ToString());
    }

    /// <summary>All that is left of its output.</summary>
    public Task<string> ReadToEndAsync() => _process.StandardOutput.ReadToEndAsync().WaitAsync(_patience);

    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(_patience);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
