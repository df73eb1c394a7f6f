using System.Globalization;

namespace FlamingHorse.Narration.Script.Text;

/// <summary>Unicode's tables for <see cref="CanonicalComposition"/>; read at the first text that needs them, which most never do.</summary>
internal sealed class CanonicalData
{
    private static readonly Lazy<CanonicalData> Loaded = new(() => new CanonicalData());
    private readonly Dictionary<int, byte> _classes = [];

    private CanonicalData()
    {
        using var stream = typeof(CanonicalData).Assembly.GetManifestResourceStream("CanonicalComposition.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(' ');
            if (fields[0] == "#")
                continue;
            if (fields.Length == 2)
                ReadClass(fields);
            else
                ReadDecomposition(fields);
        }
    }

    public static CanonicalData Instance => Loaded.Value;

    public Dictionary<int, int[]> Decompositions { get; } = [];

    public Dictionary<(int First, int Second), int> Compositions { get; } = [];

    /// <summary>The canonical combining class; 0 for a character that begins.</summary>
    public int Class(int point) =>
        point < 0x300 ? 0
        : _classes.TryGetValue(point, out var kind) ? kind
        : 0;

    private void ReadClass(string[] fields)
    {
        var range = fields[0].Split('-');
        for (var point = Hex(range[0]); point <= Hex(range[1]); point++)
            _classes[point] = byte.Parse(fields[1], CultureInfo.InvariantCulture);
    }

    private void ReadDecomposition(string[] fields)
    {
        var point = Hex(fields[0]);
        var parts = fields.Skip(2).Select(Hex).ToArray();
        Decompositions.Add(point, parts);
        if (fields[1] == "=")
            Compositions.Add((parts[0], parts[1]), point);
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
