using System.Reflection;
using System.Runtime.Loader;

namespace FlamingHorse.Narration.Build.Scanning;

/// <summary>
/// Loads the SDK's own Roslyn for the scan, until disposed: it is precompiled, and of the language version that the compiler will use. The
/// package ships none.
/// </summary>
internal sealed class CompilerAssemblies : IDisposable
{
    private readonly AssemblyLoadContext _context = AssemblyLoadContext.GetLoadContext(typeof(CompilerAssemblies).Assembly)!;
    private readonly IReadOnlyList<string> _directories;

    private CompilerAssemblies(IReadOnlyList<string> directories)
    {
        _directories = directories;
        _context.Resolving += Resolve;
    }

    public static CompilerAssemblies From(IReadOnlyList<string> directories) => new(directories);

    public void Dispose() => _context.Resolving -= Resolve;

    private Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        name.Name is "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp"
        && _directories.Select(d => Path.Combine(d, name.Name + ".dll")).FirstOrDefault(File.Exists) is { } path
            ? context.LoadFromAssemblyPath(path)
            : null;
}
