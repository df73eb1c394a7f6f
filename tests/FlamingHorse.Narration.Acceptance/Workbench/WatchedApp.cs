namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>
/// A program under <c>dotnet watch</c> in a terminal, as an author sees it. It prints its narration whenever that changes.
/// </summary>
public sealed class WatchedApp : IDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(2);
    private readonly ProcessRun _run;
    private int _seen;

    private WatchedApp(ProcessRun run) => _run = run;

    /// <summary>Prints <c>SHOW id=text, samples, estimated | … / found</c> on one line, when it is another than before.</summary>
    public const string Program = """
        while (true)
        {
            Show.Print();
            Thread.Sleep(100);
        }
        """;

    /// <summary>Code that a test edits while the app runs.</summary>
    /// <param name="used">An expression whose value ends each line.</param>
    public static string Show(string used) =>
        $$"""
            using FlamingHorse.Narration;

            static class Show
            {
                static string last = "";

                public static void Print()
                {
                    var now = string.Join(" | ", NarrationCatalog.All.Select(Line)) + " / " + Used();
                    if (now != last)
                        Console.WriteLine("SHOW " + (last = now));
                }

                static string Line(NarrationSegment s) => $"{s.Id}={s.Text}, {(s.IsEstimated ? "estimated" : s.SampleCount)}";

                static string Used() => {{used}};
            }
            """;

    public string Output => _run.Output;

    /// <summary>Restarts without asking where hot reload cannot carry an edit.</summary>
    public static async Task<WatchedApp> StartAsync(Machine machine, LessonProject project)
    {
        await project.PrepareAsync();
        var python = ToolFolder.Find("python3") ?? throw new InvalidOperationException("A terminal needs python3.");
        var app = new WatchedApp(
            machine.Start(
                python,
                project.Folder,
                "-c",
                "import pty, sys; pty.spawn(sys.argv[1:])",
                machine.Feed.Tools.Dotnet,
                "watch",
                "--project",
                project.ProjectFile,
                "--non-interactive",
                "--no-restore"
            )
        );
        // An edit before this line is lost.
        await Wait.UntilAsync(
            () => app.Output.Contains("Waiting for changes", StringComparison.Ordinal),
            _limit,
            () => $"dotnet watch did not begin:\n{app.Output}"
        );
        return app;
    }

    /// <summary>What the app printed next.</summary>
    public async Task<string> NextAsync()
    {
        var line = "";
        await Wait.UntilAsync(() => Find(out line), _limit, () => $"After {_seen} lines the app said no more:\n{Output}");
        return line;
    }

    public void Dispose() => _run.Dispose();

    private bool Find(out string line)
    {
        var lines = Output
            .Split('\n')
            .Where(text => text.Contains("SHOW ", StringComparison.Ordinal))
            .Select(text => text[(text.IndexOf("SHOW ", StringComparison.Ordinal) + 5)..].TrimEnd('\r'))
            .ToList();
        line = lines.ElementAtOrDefault(_seen) ?? "";
        if (lines.Count <= _seen)
            return false;

        _seen++;
        return true;
    }
}
