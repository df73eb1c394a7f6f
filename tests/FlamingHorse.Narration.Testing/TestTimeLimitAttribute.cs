using System.Globalization;
using System.Reflection;
using Xunit.v3;

namespace FlamingHorse.Narration.Testing;

/// <summary>
/// Ends the test process, with the test's name, when one test takes longer than a limit. Unlike <c>Fact(Timeout)</c> it also ends tests
/// that block their thread.
/// </summary>
/// <param name="seconds">The limit of each test of the assembly; <c>NARRATION_TEST_LIMIT</c> multiplies it.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class TestTimeLimitAttribute(int seconds) : BeforeAfterTestAttribute
{
    private static readonly AsyncLocal<Timer?> _timer = new();

    /// <summary>The limit of each test of the assembly.</summary>
    public int Seconds { get; } = seconds;

    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        var factor = double.TryParse(Environment.GetEnvironmentVariable("NARRATION_TEST_LIMIT"), CultureInfo.InvariantCulture, out var set)
            ? set
            : 1;
        var limit = TimeSpan.FromSeconds(Seconds * factor);
        _timer.Value = new(_ => End(test.TestDisplayName, limit), null, limit, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => _timer.Value?.Dispose();

    private static void End(string name, TimeSpan limit)
    {
        Console.Error.WriteLine($"[FAIL] {name} did not end within {limit.TotalSeconds:0} s; the test process ends here.");
        Console.Error.Flush();
        Environment.Exit(99);
    }
}
