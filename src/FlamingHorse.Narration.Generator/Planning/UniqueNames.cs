using System.Globalization;
using FlamingHorse.Narration.Generator.Models;
using FlamingHorse.Narration.Generator.Writing;

namespace FlamingHorse.Narration.Generator.Planning;

/// <summary>Names for generated files and classes: unique without regard to case, fit for every file system.</summary>
/// <param name="storagePrefix">What storage classes begin with, so that none has a name of its members.</param>
/// <param name="fileSuffix">What keeps these files apart from others.</param>
internal sealed class UniqueNames(string storagePrefix, string fileSuffix)
{
    // Windows still has places that refuse a path of more than 260 characters.
    private const int MaxLength = 100;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="path">Dotted, arities after a backtick.</param>
    public UniqueName For(string path)
    {
        var name = path.Replace('`', '_');
        if (name.Length > MaxLength)
            name = $"{name.Substring(0, MaxLength)}_{Hash(path)}";

        if (!_taken.Add(Storage(name)))
        {
            name = $"{name}_{Hash(path)}";
            _taken.Add(Storage(name));
        }

        return new UniqueName($"{name}{fileSuffix}.g.cs", Storage(name));
    }

    private string Storage(string name) => storagePrefix + Identifier.Valid(name.Replace('.', '_'));

    // FNV-1a: string.GetHashCode differs from run to run.
    private static string Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 16777619u);

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
