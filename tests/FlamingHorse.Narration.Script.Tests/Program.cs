using System.Globalization;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests;

/// <summary>
/// Runs the tests, or normalizes a text in a process of its own; the text goes in and out as code units, so that no encoding has a say.
/// </summary>
internal static class Program
{
    public const string Normalize = "normalize";

    public static async Task<int> Main(string[] args)
    {
        if (args is not [Normalize, var codes])
        {
            return await TestProgram.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
        }

        Console.WriteLine(Codes(NormalizedText.Of(Text(codes))));
        return 0;
    }

    public static string Codes(string text) => string.Join(' ', text.Select(c => $"{(int)c:X4}"));

    private static string Text(string codes) =>
        string.Concat(codes.Split(' ').Select(code => (char)int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
}
