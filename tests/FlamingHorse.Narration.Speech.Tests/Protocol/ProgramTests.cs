using System.Diagnostics;
using System.Text.Json;
using FlamingHorse.Narration.Speech.Tests.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Protocol;

public sealed class ProgramTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_end_of_standard_input_ends_it_at_once_in_the_middle_of_a_clip()
    {
        using var program = new SpeechProgram();
        await program.BeginAsync();
        program.Send(LongRequest());
        await program.ReadAsync("started");

        program.CloseInput();

        var clock = Stopwatch.StartNew();
        (await program.ExitCodeAsync()).ShouldBe(0);
        output.WriteLine($"gone after {clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task SIGTERM_ends_it_in_the_middle_of_a_clip()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // there are no signals there
        }

        using var program = new SpeechProgram();
        await program.BeginAsync();
        program.Send(LongRequest());
        await program.ReadAsync("started");

        Process.Start("kill", ["-TERM", $"{program.Id}"]);

        (await program.ExitCodeAsync()).ShouldBe(128 + 15);
    }

    [Fact]
    public async Task A_killed_program_leaves_no_file_that_looks_whole()
    {
        using var program = new SpeechProgram();
        await program.BeginAsync();
        program.Send(LongRequest());
        await program.ReadAsync("done");

        program.Kill();

        await program.ExitCodeAsync();
        foreach (var file in Directory.GetFiles(_folder.Path, "*.wav"))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            BitConverter.ToInt32(bytes, 40).ShouldBe(bytes.Length - 44);
        }
    }

    [Fact]
    public async Task Started_without_the_variable_it_starts_itself_again_with_it_and_keeps_streams_and_exit_code()
    {
        using var program = new SpeechProgram(withoutTelemetry: false, temporaryFolder: _folder.Path);
        await program.BeginAsync();

        if (OperatingSystem.IsLinux())
        {
            var environment = await File.ReadAllTextAsync($"/proc/{program.Id}/environ"); // the same process
            environment.Split('\0').ShouldContain("ORT_DISABLE_TELEMETRY=1");
        }

        program.Send("no message");
        Conversation.Kind(await program.ReadAsync()).ShouldBe("error");
        (await program.ExitCodeAsync()).ShouldBe(1);
        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty("of a fresh home and a fresh folder for temporary files");
    }

    [Fact]
    public async Task It_needs_no_network_and_uses_none()
    {
        if (!OperatingSystem.IsLinux() || !CanRun("unshare", "--net", "true") || !CanRun("strace", "true"))
        {
            output.WriteLine("not shown: unshare --net or strace is not here");
            return;
        }

        var trace = _folder["trace"];
        using (
            var program = new SpeechProgram(
                ["--prepare"],
                temporaryFolder: _folder.Path,
                wrapper: ["unshare", "--net", "strace", "-f", "-e", "trace=socket,connect", "-o", trace]
            )
        )
        {
            program.Send("{}");
            program.CloseInput();
            (await program.ReadToEndAsync()).ShouldContain("\"ok\":true,\"prepared_in_seconds\"");
            (await program.ExitCodeAsync()).ShouldBe(0);
        }

        (await File.ReadAllLinesAsync(trace))
            .Where(call => call.Contains("AF_INET", StringComparison.Ordinal) || call.Contains("connect(", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_but_messages_reaches_standard_output()
    {
        using var program = new SpeechProgram();
        program.Send("""{"t":"init","proto":1,"model":"heart"}""");
        program.Send("""{"t":"nonsense"}""");
        program.Send("""{"t":"read","id":1,"texts":["Hello."]}""");
        program.Send("""{"t":"shutdown"}""");

        var lines = (await program.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Select(line => Conversation.Kind(JsonDocument.Parse(line).RootElement)).ShouldBe(["hello", "ready", "phones"]);
        (await program.ExitCodeAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Prepare_prints_rows_signals_and_the_result()
    {
        using var program = new SpeechProgram(["--prepare", "--die-with-parent"]);
        program.Send("""{"model":"heart","voices":[],"language":"english","allow_download":false,"memory_limit_gib":4}""");
        program.CloseInput();

        var rows = (await program.ReadToEndAsync())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();

        rows.Where(row => Conversation.Kind(row) == "signal")
            .Select(row => row.GetProperty("text").GetString())
            .ShouldBe(["Preparing voice backend: neural", "Model: heart", "Voice backend prepared (neural)"]);
        rows.Where(row => Conversation.Kind(row) == "check")
            .Select(row => (row.GetProperty("code").GetString(), row.GetProperty("severity").GetString()))
            .ShouldBe([("FHN2006", "ok"), ("FHN2037", "ok"), ("FHN2012", "ok")]);
        rows[^1].GetProperty("ok").GetBoolean().ShouldBeTrue();
        rows[^1].GetProperty("engine").GetProperty("model").GetString().ShouldBe("heart");
        (await program.ExitCodeAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"model":"nobody"}""", 1, "Voices here: heart.")]
    [InlineData("no request", 2, "cannot be read")]
    public async Task Prepare_says_what_is_wrong(string request, int exitCode, string what)
    {
        using var program = new SpeechProgram(["--prepare"]);
        program.Send(request);
        program.CloseInput();

        (await program.ReadToEndAsync()).ShouldContain(what);
        (await program.ExitCodeAsync()).ShouldBe(exitCode);
    }

    [Fact]
    public async Task Phonemes_answers_line_by_line()
    {
        using var program = new SpeechProgram(["--phonemes"]);
        program.Send("Hello, world.");
        program.Send("[Cauchy](/kˈOʃi/) wrote.");
        program.Send("");
        program.CloseInput();

        (await program.ReadToEndAsync()).ShouldBe("həlˈO, wˈɜɹld.\nkˈOʃi ɹˈOt.\n\n");
        (await program.ExitCodeAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Anything_else_is_explained()
    {
        using var program = new SpeechProgram(["--sing"]);

        (await program.ExitCodeAsync()).ShouldBe(2);
    }

    private string LongRequest() =>
        HostMessages.Synth(
            1,
            Enumerable.Range(0, 200).Select(i => (i, string.Join(' ', ReferenceItem.All.Select(item => item.Text)), _folder[$"{i}.wav"]))
        );

    private static bool CanRun(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
