namespace FlamingHorse.Narration.Speech.Reading.Normalization;

/// <summary>Names of units, including units composed of others: <c>m/s²</c>.</summary>
/// <param name="tables">List most of them.</param>
internal sealed class UnitNames(WordTables tables)
{
    // What the voice's table leaves out.
    private static readonly Dictionary<string, UnitName> More = new(StringComparer.Ordinal)
    {
        ["s"] = new("second", "seconds"),
        ["m"] = new("meter", "meters"),
        ["g"] = new("gram", "grams"),
        ["h"] = new("hour", "hours"),
        ["L"] = new("liter", "liters"),
        ["V"] = new("volt", "volts"),
        ["W"] = new("watt", "watts"),
        ["J"] = new("joule", "joules"),
        ["N"] = new("newton", "newtons"),
        ["ns"] = new("nanosecond", "nanoseconds"),
        ["µs"] = new("microsecond", "microseconds"),
        ["us"] = new("microsecond", "microseconds"),
        ["dm"] = new("decimeter", "decimeters"),
        ["ha"] = new("hectare", "hectares"),
        ["Pa"] = new("pascal", "pascals"),
        ["hPa"] = new("hectopascal", "hectopascals"),
        ["kPa"] = new("kilopascal", "kilopascals"),
        ["MPa"] = new("megapascal", "megapascals"),
        ["kN"] = new("kilonewton", "kilonewtons"),
        ["kJ"] = new("kilojoule", "kilojoules"),
        ["kcal"] = new("kilocalorie", "kilocalories"),
        ["mV"] = new("millivolt", "millivolts"),
        ["kV"] = new("kilovolt", "kilovolts"),
        ["mA"] = new("milliampere", "milliamperes"),
        ["mW"] = new("milliwatt", "milliwatts"),
        ["Wh"] = new("watt hour", "watt hours"),
        ["dB"] = new("decibel", "decibels"),
        ["PB"] = new("petabyte", "petabytes"),
        ["KiB"] = new("kibibyte", "kibibytes"),
        ["MiB"] = new("mebibyte", "mebibytes"),
        ["GiB"] = new("gibibyte", "gibibytes"),
        ["kbps"] = new("kilobits per second", "kilobits per second"),
        ["px"] = new("pixel", "pixels"),
        ["rpm"] = new("revolutions per minute", "revolutions per minute"),
        ["bpm"] = new("beats per minute", "beats per minute"),
        ["ppm"] = new("parts per million", "parts per million"),
        ["dpi"] = new("dots per inch", "dots per inch"),
        ["%"] = new("percent", "percent"),
        ["°"] = new("degree", "degrees"),
        ["°C"] = new("degree Celsius", "degrees Celsius"),
        ["°F"] = new("degree Fahrenheit", "degrees Fahrenheit"),
        ["K"] = new("kelvin", "kelvins"),
    };

    // Too short to mean a unit when they touch the number: 4K, 10K.
    private static readonly HashSet<string> OnlyApart = ["K"];

    /// <summary>The name of a unit that touches its number, or of one that stands after it.</summary>
    public UnitName? Find(string unit, bool touchesNumber)
    {
        unit = unit.Replace('μ', 'µ');
        if (touchesNumber && OnlyApart.Contains(unit))
        {
            return null;
        }

        if (FindPower(unit) is { } whole)
        {
            return whole;
        }

        return unit.Split('/') is [var above, var below] && FindPower(above) is { } first && FindPower(below) is { } second
            ? new UnitName($"{first.One} per {second.One}", $"{first.Several} per {second.One}")
            : null;
    }

    private UnitName? FindPower(string unit)
    {
        if (FindPlain(unit) is { } plain)
        {
            return plain;
        }

        var power =
            unit.EndsWith('²') || unit.EndsWith("^2", StringComparison.Ordinal) ? "square"
            : unit.EndsWith('³') || unit.EndsWith("^3", StringComparison.Ordinal) ? "cubic"
            : null;
        return power is not null && FindPlain(unit.TrimEnd('²', '³', '^', '2', '3')) is { } root ? Raise(root, power) : null;
    }

    // Lengths become areas and volumes; a second is squared.
    private static UnitName Raise(UnitName root, string power) =>
        root.One.EndsWith("second", StringComparison.Ordinal)
            ? new UnitName(root.One + Suffix(power), root.Several + Suffix(power))
            : new UnitName($"{power} {root.One}", $"{power} {root.Several}");

    private static string Suffix(string power) => power == "square" ? " squared" : " cubed";

    private UnitName? FindPlain(string unit) =>
        tables.Units.TryGetValue(unit, out var name) || More.TryGetValue(unit, out name) ? name : null;
}
