using System.Reflection;
using System.Runtime.CompilerServices;

namespace FlamingHorse.Narration.Mutants;

/// <summary>
/// Fills the static fields of the code under test before a mutant is active. Stryker runs one mutant after the other in one test program
/// (on Microsoft's testing platform), where static fields are filled once: by a mutant in them every later run would be changed too.
/// Whatever goes unnoticed is run again in a program of its own (<c>alone.py</c>), which is no server and in which nothing is filled early.
/// </summary>
internal static class StaticsFirst
{
    [ModuleInitializer]
    internal static void Fill()
    {
        if (
            Environment.GetEnvironmentVariable("STRYKER_MUTANT_FILE") is not { Length: > 0 } file
            || !Environment.GetCommandLineArgs().Contains("--server")
        )
        {
            return;
        }

        using var mutant = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var active = new byte[sizeof(int)];
        mutant.ReadExactly(active);
        Activate(mutant, BitConverter.GetBytes(-1));
        foreach (var type in Directory.EnumerateFiles(AppContext.BaseDirectory, "FlamingHorse.Narration*.dll").SelectMany(Types))
        {
            try
            {
                RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            }
            catch (Exception e) when (e is TypeInitializationException or FileNotFoundException)
            {
                // A test that needs the type says so itself.
            }
        }

        Activate(mutant, active);
        // A program that a test starts would answer Stryker too, and when it has ended Stryker would wait 10 s for it after every test.
        Environment.SetEnvironmentVariable("STRYKER_COVERAGE_EPOCH_FILE", null);
    }

    private static IEnumerable<Type> Types(string path) =>
        Path.GetFileName(path).Contains(".Test", StringComparison.Ordinal)
            ? []
            : Loadable(Assembly.Load(new AssemblyName(Path.GetFileNameWithoutExtension(path))))
                .Where(type => !type.ContainsGenericParameters);

    /// <summary>All types but those that need an assembly which is not in the folder, such as the compiler's.</summary>
    private static IEnumerable<Type> Loadable(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }

    private static void Activate(FileStream mutant, byte[] id)
    {
        mutant.Position = 0;
        mutant.Write(id);
        mutant.Flush();
    }
}
