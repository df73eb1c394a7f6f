using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace FlamingHorse.Narration.Acceptance.Planted;

/// <summary>Voices of this machine, asked for their clips as they make them.</summary>
internal static class RealVoice
{
    private const int AtOnce = 2;

    /// <summary>Writes a WAV file for each text; the path of each.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> SayAsync(
        string voice,
        string speechProgram,
        IEnumerable<string> texts,
        string folder
    )
    {
        Directory.CreateDirectory(folder);
        var files = texts.Distinct().Select((text, i) => (Text: text, Path: Path.Combine(folder, $"{i}.wav"))).ToList();
        if (voice == "neural")
        {
            await AskProgramAsync(speechProgram, files);
        }
        else
        {
            var program = ToolFolder.Find(voice);
            Assert.SkipWhen(program is null, $"{voice} is not on this machine.");
            await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (file, _) =>
                await RunAsync(program!, Arguments(voice, file.Path), file.Text)
            );
        }

        return files.ToDictionary(file => file.Text, file => file.Path);
    }

    private static string[] Arguments(string voice, string path) =>
        voice == "flite" ? ["-voice", "slt", "-f", "/dev/stdin", "-o", path] : ["-v", "en-us", "-b", "1", "--stdin", "-w", path];

    private static async Task RunAsync(string program, string[] arguments, string text)
    {
        using var process = Start(program, arguments);
        await process.StandardInput.WriteLineAsync(text);
        process.StandardInput.Close();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
    }

    private static async Task AskProgramAsync(string program, List<(string Text, string Path)> files)
    {
        using var process = Start(ToolFolder.Find("dotnet")!, [program]);
        var orders = new object[]
        {
            new
            {
                t = "init",
                proto = 1,
                model = "heart",
            },
            new
            {
                t = "synth",
                batch = 1,
                language = "english",
                seed = 1,
                items = files.Select(
                    (file, i) =>
                        new
                        {
                            id = i,
                            text = file.Text,
                            @out = file.Path,
                        }
                ),
            },
        };
        foreach (var order in orders)
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order));
        }

        await process.StandardInput.FlushAsync();
        for (var left = files.Count; left > 0; )
        {
            var line = (await process.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
            var kind = JsonDocument.Parse(line).RootElement.GetProperty("t").GetString();
            kind.ShouldNotBe("error", line);
            left -= kind == "done" ? 1 : 0;
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync();
    }

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        start.Environment["ORT_DISABLE_TELEMETRY"] = "1";
        return Process.Start(start)!;
    }
}
