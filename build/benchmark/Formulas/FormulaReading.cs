using BenchmarkDotNet.Attributes;
using FlamingHorse.Narration.Script.Mathematics;

namespace FlamingHorse.Narration.Benchmark.Formulas;

/// <summary>Reading a text with a formula, over all formulas of the golden table by turns.</summary>
public class FormulaReading
{
    private readonly FormulaReader _reader = FormulaReader.For("English")!;
    private IReadOnlyList<string> _texts = [];
    private int _next;

    /// <summary>Of the repository; set by the benchmark before the first run.</summary>
    public static string Repository { get; set; } = ".";

    [GlobalSetup]
    public void ReadTexts() => _texts = FormulaTexts.Read(Repository, 1000);

    [Benchmark]
    public string ReadText() => _reader.ReadText(_texts[_next++ % _texts.Count]).Spoken;
}
