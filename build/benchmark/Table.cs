namespace FlamingHorse.Narration.Benchmark;

/// <summary>Figures beside goals, as the manual shows them.</summary>
internal sealed class Table(TextWriter output)
{
    public void Begin(string first)
    {
        output.WriteLine();
        output.WriteLine($"| {first} | what | measured | goal |");
        output.WriteLine("|---:|---|---:|---:|");
    }

    public void Row(int size, string what, string measured, string goal) =>
        output.WriteLine($"| {size:N0} | {what} | {measured} | {goal} |");
}
