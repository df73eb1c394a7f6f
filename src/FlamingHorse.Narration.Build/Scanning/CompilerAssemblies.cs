using System.Reflection;
using System.Runtime.Loader;

namespace FlamingHorse.Narration.Build.Scanning;

/// <summary>
/// Lends the SDK's own Roslyn to the scan while this is alive: already compiled, and of the language version that the compiler
/// will have. The package ships none.
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
