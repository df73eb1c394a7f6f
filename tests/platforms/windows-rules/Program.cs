using FlamingHorse.Narration.WindowsRules;

// What Windows does otherwise than Unix, and the package counts on. Under wine it shows that wine does so too: a test of the package that
// fails there while the rule behind it holds here has found a fault of ours.
if (args is ["sleep"])
{
    await Task.Delay(TimeSpan.FromMinutes(1));
    return 0;
}

if (args is ["throw"])
{
    Lacks.ThrowThroughReflection();
    return 0;
}

var folder = Directory.CreateTempSubdirectory("windows rules ").FullName;
var failed = 0;
foreach (var (name, check) in Rules.All)
{
    try
    {
        await check(Directory.CreateDirectory(Path.Combine(folder, Path.GetRandomFileName())).FullName);
        Console.WriteLine($"  holds: {name}");
    }
    catch (RuleBrokenException e)
    {
        failed++;
        Console.WriteLine($"  BROKEN: {name}: {e.Message}");
    }
}

foreach (var (name, isThere) in Lacks.All)
{
    var own = Directory.CreateDirectory(Path.Combine(folder, Path.GetRandomFileName())).FullName;
    Console.WriteLine($"  {(await isThere(own) ? "has" : "lacks")}: {name}");
}

Directory.Delete(folder, recursive: true);
Console.WriteLine($"Total: {Rules.All.Count}, Errors: 0, Failed: {failed}, Skipped: 0");
return failed == 0 ? 0 : 1;
