using System.Diagnostics;
using FlamingHorse.Narration.Script.Mathematics;

namespace FlamingHorse.Narration.Script.Tests.Mathematics;

/// <summary>Processor time, alone in the process: a busy machine must not fail it. The figure is in the output.</summary>
[Collection(nameof(Segments.ScriptSpeedTests))]
[Trait("Needs", "the machine itself: a time under wine says nothing of Windows")]
public class FormulaSpeedTests(ITestOutputHelper output)
{
    [Fact]
    public void A_text_takes_less_than_a_millisecond()
    {
        var reader = FormulaReader.For("English")!;
        var texts = FormulaTable.Rows.Select(row => $"So we see that ${row.Latex}$ holds, and \\({row.Latex}\\) too.").ToList();
        texts.ForEach(text => reader.ReadText(text));

        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var start = ProcessorTime();
            texts.ForEach(text => reader.ReadText(text));
            var taken = ProcessorTime() - start;
            best = taken < best ? taken : best;
        }

        output.WriteLine($"{best.TotalMilliseconds * 1000 / texts.Count:F0} µs a text of two formulas, {texts.Count} texts");
        (best / texts.Count).ShouldBeLessThan(TimeSpan.FromMilliseconds(1));
    }

    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
