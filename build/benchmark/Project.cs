using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Build.Logging.StructuredLogger;

namespace FlamingHorse.Narration.Benchmark;

/// <summary>A project of so many segments, fifty to a file.</summary>
internal sealed class Project
{
    private readonly Workshop _workshop;
    private readonly string _folder;

    public Project(Workshop workshop, string folder, IReadOnlyList<string> packages)
    {
        _workshop = workshop;
        _folder = folder;
        Directory.CreateDirectory(folder);
        var references = packages.Select(package => $"""<PackageReference Include="{package}" Version="{workshop.Package}" />""");
        File.WriteAllText(
            At("Lesson.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>{string.Concat(references)}</ItemGroup>
            </Project>
            """
        );
        File.WriteAllText(At("Nothing.cs"), "namespace Lesson;\n\npublic static class Nothing;\n");
        Run("restore", null).ExitCode.MustBeZero("restore");
    }

    public BuildSummaryView Summary => BuildSummaryView.Read(At("obj/Debug/net10.0/narration/build-summary.json"));

    /// <summary>Settings of narration, as <c>-p:</c> arguments of every build.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    public IEnumerable<string> Sources => Directory.EnumerateFiles(_folder, "*.cs");

    public Project Write(IReadOnlyList<string> texts, int segmentsInFile = 50)
    {
        foreach (var (chunk, number) in texts.Chunk(segmentsInFile).Select((c, n) => (c, n)))
        {
            var code = new StringBuilder(
                $"using FlamingHorse.Narration;\n\nnamespace Lesson;\n\npublic static partial class Scene{number}\n{{\n"
            );
            foreach (var (text, line) in chunk.Select((t, l) => (t, l)))
            {
                code.Append(
                    CultureInfo.InvariantCulture,
                    $"    [Narration(\"{text}\")]\n    public static partial NarrationSegment Line{line} {{ get; }}\n\n"
                );
            }

            var file = At($"Scene{number}.cs");
            var content = code.Append("}\n").ToString();
            if (!File.Exists(file) || File.ReadAllText(file) != content)
            {
                File.WriteAllText(file, content);
            }
        }

        return this;
    }

    /// <summary>The same source without the attribute: what the project would be without the package.</summary>
    public Project WritePlain(int segments, int segmentsInFile = 50)
    {
        foreach (var number in Enumerable.Range(0, (segments + segmentsInFile - 1) / segmentsInFile))
        {
            var members = Enumerable
                .Range(0, segmentsInFile)
                .Select(line => $"    public static string Line{line} => \"Step {line}\";\n\n");
            File.WriteAllText(
                At($"Scene{number}.cs"),
                $"namespace Lesson;\n\npublic static class Scene{number}\n{{\n{string.Concat(members)}}}\n"
            );
        }

        return this;
    }

    /// <summary>Files of ordinary code, about a hundred lines each.</summary>
    public Project WriteCode(int files, string remark = "as it was")
    {
        foreach (var number in Enumerable.Range(0, files))
        {
            var members = Enumerable
                .Range(0, 25)
                .Select(n =>
                    $"    // {remark}\n    public static int Method{n}(int x, string text) =>\n        x > {n} && text.Length < {n} ? x "
                    + $"* {n} : text.IndexOf('x') + {n};\n"
                );
            File.WriteAllText(
                At($"Code{number}.cs"),
                $"namespace Lesson.Code;\n\npublic static class Code{number}\n{{\n{string.Concat(members)}}}\n"
            );
        }

        return this;
    }

    public void Append(string file, string text) => File.AppendAllText(At(file), text);

    /// <summary>One build; fails with its output when it does.</summary>
    public Measurement Build()
    {
        var log = Path.Combine(_workshop.Root, "build.binlog");
        var run = Run("build", log);
        run.ExitCode.MustBeZero(run.Output);
        var build = BinaryLog.ReadBuild(log);
        var ours = build
            .FindChildrenRecursive<Target>(t =>
                t.SourceFilePath?.Contains("flaminghorse.narration", StringComparison.OrdinalIgnoreCase) == true
            )
            .Aggregate(TimeSpan.Zero, (sum, target) => sum + target.Duration);
        var peak = build.FindChildrenRecursive<Message>(m => m.Text.Contains("peak memory", StringComparison.Ordinal)) is [.., var last]
            ? last.Text
            : null;
        return new(run.Elapsed, build.Duration, ours, peak);
    }

    /// <summary>One build that nobody reads the log of: the time of the whole command.</summary>
    public TimeSpan BuildPlainly()
    {
        var run = Run("build", null, "--no-restore");
        run.ExitCode.MustBeZero(run.Output);
        return run.Elapsed;
    }

    private (int ExitCode, string Output, TimeSpan Elapsed) Run(string command, string? log, params string[] more)
    {
        List<string> arguments =
        [
            command,
            "Lesson.csproj",
            "-nologo",
            "-nr:false",
            "-tl:off",
            .. log is null ? [] : (string[])["--no-restore", $"-bl:{log}"],
            .. more,
            .. Settings,
        ];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["NUGET_PACKAGES"] = Path.Combine(_workshop.Root, "packages");
        // Not XDG_CACHE_HOME: macOS ignores it, and where it counts the worker's models are looked for there too.
        start.Environment["NarrationCachePath"] = _workshop.Cache;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, watch.Elapsed);
    }

    private string At(string path) => Path.Combine(_folder, path);
}
