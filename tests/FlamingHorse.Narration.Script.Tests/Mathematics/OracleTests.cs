using System.Diagnostics;
using System.Text.RegularExpressions;
using FlamingHorse.Narration.Script.Mathematics;

namespace FlamingHorse.Narration.Script.Tests.Mathematics;

/// <summary>
/// Speech Rule Engine with ClearSpeak, where it says what a lecturer says: the formulas of oracle/agrees.txt. Both are compared with
/// numbers as words and without punctuation, "the", "power" and the ending of "n-th"; "negative" is "minus" and "raised to" is "to". Needs
/// Node.js.
/// </summary>
public partial class OracleTests
{
    [Fact]
    [Trait("Needs", "Node.js")]
    public void Speech_Rule_Engine_says_the_same_where_a_lecturer_does()
    {
        var folder = Path.Combine(Repository.Root, "tests", "FlamingHorse.Narration.Script.Tests", "Mathematics", "oracle");
        var formulas = File.ReadAllLines(Path.Combine(folder, "agrees.txt")).Where(line => line.Length > 0).ToList();
        formulas.Count.ShouldBeGreaterThanOrEqualTo(100);
        if (!IsOnPath("node") || !IsOnPath("npm"))
        {
            Assert.Skip("Node.js and npm are not on the path.");
        }
        if (!File.Exists(Path.Combine(folder, "node_modules", "speech-rule-engine", "package.json")))
            Run(folder, "npm", "ci --no-audit --no-fund --loglevel=error", "");

        var said = Run(folder, "node", "say.mjs", string.Join('\n', formulas)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        said.Length.ShouldBe(formulas.Count);
        var reader = FormulaReader.For("English")!;
        var others = formulas
            .Zip(said, (latex, words) => (Latex: latex, Ours: Bare(reader.Read(latex).Spoken), Theirs: Bare(words)))
            .Where(row => row.Ours != row.Theirs)
            .Select(row => $"{row.Latex}\n  ours   {row.Ours}\n  theirs {row.Theirs}")
            .ToList();
        others.ShouldBeEmpty(string.Join('\n', others));
    }

    private static string Bare(string words)
    {
        var numbers = Number().Replace(words, match => FormulaReader.For("English")!.Read(match.Value).Spoken);
        var bare = Punctuation().Replace(numbers.ToLowerInvariant(), " ");
        bare = Omitted()
            .Replace(bare, " ")
            .Replace("raised to", "to", StringComparison.Ordinal)
            .Replace("negative", "minus", StringComparison.Ordinal);
        return string.Join(' ', bare.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder =>
                File.Exists(Path.Combine(folder, program))
                || File.Exists(Path.Combine(folder, program + ".cmd"))
                || File.Exists(Path.Combine(folder, program + ".exe"))
            );

    private static string Run(string folder, string program, string arguments, string input)
    {
        var isScript = OperatingSystem.IsWindows() && program == "npm";
        using var process = Process.Start(
            new ProcessStartInfo(isScript ? "cmd.exe" : program, isScript ? $"/c {program} {arguments}" : arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"{program} {arguments}: {error.Result}");
        return text.Result;
    }

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"[,;.]")]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"-th\b|\bpower\b|\bthe\b")]
    private static partial Regex Omitted();
}
