using System.Globalization;

namespace FlamingHorse.Narration.Acceptance.Mlx;

/// <summary><c>NARRATION_SOAK=1</c> makes a hundred rounds of the five.</summary>
public sealed class OrphanTests(ITestOutputHelper output) : MlxTest
{
    private static readonly int _rounds = System.Environment.GetEnvironmentVariable("NARRATION_SOAK") is { Length: > 0 } ? 100 : 5;

    [Fact]
    public async Task No_worker_outlives_a_killed_build_whatever_it_is_doing()
    {
        var chance = new Random(20260);
        var slowest = TimeSpan.Zero;
        var lesson = NewLesson().Scene("Intro", Lines(6));
        for (var round = 0; round < _rounds; round++)
        {
            var state = (round % 4) switch
            {
                0 => "native",
                1 => "load",
                2 => "tokens",
                _ => "sleep",
            };
            Mlx.Clear();
            Mlx.Does(
                state switch
                {
                    "load" => new { load_seconds = 60 },
                    "tokens" => new { seconds_per_frame = 0.5 },
                    _ => (object)new { hang = new { on = "In step", kind = state } },
                }
            );
            using var build = await lesson.StartAsync("build");
            var sign = state switch
            {
                "load" => "load",
                "tokens" => "generate",
                _ => "hanging",
            };
            await UntilAsync(() => Mlx.Events(sign).Count > 0, TimeSpan.FromMinutes(2), () => $"{state}: {build.Output}");
            await Task.Delay(chance.Next(300));
            var worker = Mlx.ProcessIds.ShouldHaveSingleItem();

            build.Kill();

            var watch = System.Diagnostics.Stopwatch.StartNew();
            await UntilAsync(
                () => !IsAlive(worker),
                TimeSpan.FromSeconds(2 * MachineLoad.Allowance),
                () => $"{state}: the worker is still there"
            );
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            await UntilAsync(
                () => Leftovers().Count == 0,
                TimeSpan.FromSeconds(2 * MachineLoad.Allowance),
                () => string.Join('\n', Leftovers())
            );
        }

        output.WriteLine(
            $"{_rounds} builds killed: workers were gone after {slowest.TotalMilliseconds:0} ms at most; load of the machine "
                + $"{MachineLoad.Now:0.0}"
        );
    }

    /// <summary>Command lines of living processes of this test's environment: workers, and their watchdogs too.</summary>
    private List<string> Leftovers() =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Where(p => int.TryParse(Path.GetFileName(p), CultureInfo.InvariantCulture, out var id) && IsAlive(id))
                .Where(p => Read($"{p}/environ").Contains(Mlx.Python, StringComparison.Ordinal))
                .Select(p => Read($"{p}/cmdline")),
        ];

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file).Replace('\0', ' ');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static async Task UntilAsync(Func<bool> condition, TimeSpan limit, Func<string> why)
    {
        for (var watch = System.Diagnostics.Stopwatch.StartNew(); !condition(); await Task.Delay(20))
        {
            watch.Elapsed.ShouldBeLessThan(limit, why());
        }
    }
}
