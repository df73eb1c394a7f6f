using System.Globalization;

namespace FlamingHorse.Narration.Benchmark.Speaking;

/// <summary>Figures, and ratios that are judged by their goals.</summary>
internal sealed class VerdictTable(TextWriter output)
{
    public void Begin()
    {
        output.WriteLine();
        output.WriteLine("| what | measured | goal | |");
        output.WriteLine("|---|---:|---:|---|");
    }

    public void Row(string what, FormattableString measured) => Write(what, Invariant(measured), "", "");

    /// <param name="what">Is compared with what.</param>
    /// <param name="ratio">Measured.</param>
    /// <param name="least">A goal; null: none.</param>
    /// <param name="most">A goal; null: none.</param>
    public void Ratio(string what, double ratio, double? least = null, double? most = null) =>
        Judge(what, ratio, Invariant($"{ratio:f2} ×"), "×", least, most);

    public void Megabytes(string what, double megabytes, double most) =>
        Judge(what, megabytes, Invariant($"{megabytes:f0} MB"), "MB", null, most);

    private void Judge(string what, double value, string measured, string unit, double? least, double? most)
    {
        var (goal, isMet) = (least, most) switch
        {
            ({ } atLeast, _) => ($"at least {Number(atLeast)} {unit}", value >= atLeast),
            (_, { } atMost) => ($"at most {Number(atMost)} {unit}", value <= atMost),
            _ => ("", (bool?)null),
        };
        Write(
            what,
            measured,
            goal,
            isMet switch
            {
                true => "met",
                false => "MISSED",
                null => "",
            }
        );
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private void Write(params string[] cells)
    {
        output.WriteLine($"| {string.Join(" | ", cells)} |");
        output.Flush();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
