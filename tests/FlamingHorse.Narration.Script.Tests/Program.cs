using System.Globalization;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Script.Tests;

/// <summary>Normalizes a text in a process of its own; the text goes in and out as code units, so that no encoding has a say.</summary>
internal static class Program
{
    public static void Main(string[] args) => Console.WriteLine(Codes(SpokenText.Normalize(Text(args[0]))));

    public static string Codes(string text) => string.Join(' ', text.Select(c => $"{(int)c:X4}"));

    private static string Text(string codes) =>
        string.Concat(codes.Split(' ').Select(code => (char)int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
}
