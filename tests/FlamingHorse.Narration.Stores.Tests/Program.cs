using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Stores.Tests;

/// <summary>The tests, and what they start as processes of their own, to be killed or to race.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["write-forever", var cache]:
                await StoreChild.WriteForeverAsync(cache);
                return 0;
            case ["race", var cache, var keys]:
                await StoreChild.RaceAsync(cache, int.Parse(keys, System.Globalization.CultureInfo.InvariantCulture));
                return 0;
            case ["make-forever", var folder]:
                await StoreChild.MakeForeverAsync(folder);
                return 0;
            case ["put", var kind, var folder]:
                return await StoreChild.PutAsync(kind, folder) ? 0 : 1;
            case ["sweep", var folder]:
                RunFolder.Sweep(folder, TimeProvider.System);
                return 0;
            default:
                return await TestProgram.RunAsync(arguments, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
        }
    }
}
