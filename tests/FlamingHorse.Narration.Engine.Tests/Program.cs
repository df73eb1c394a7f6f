using System.Globalization;
using FlamingHorse.Narration.Engine.Tests.Keys;

namespace FlamingHorse.Narration.Engine.Tests;

/// <summary>Runs the tests, or computes the golden keys in a process of its own, where globalization can be another.</summary>
internal static class Program
{
    public const string GoldenKeys = "golden-keys";

    public static async Task<int> Main(string[] args)
    {
        if (args is not [GoldenKeys])
        {
            return await TestProgram.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
        }

        Console.WriteLine(IsInvariant());
        foreach (var key in GoldenVectors.All.Select(vector => vector.Compute()))
        {
            Console.WriteLine(key);
        }

        return 0;
    }

    private static bool IsInvariant()
    {
        try
        {
            return CultureInfo.GetCultureInfo("de-DE").EnglishName == "Invariant Language (Invariant Country)"
                || AppContext.TryGetSwitch("System.Globalization.Invariant", out var on) && on;
        }
        catch (CultureNotFoundException)
        {
            return true;
        }
    }
}
