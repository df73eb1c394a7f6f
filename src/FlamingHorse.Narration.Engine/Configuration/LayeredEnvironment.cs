using FlamingHorse.Narration.Engine.Platform.Files;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>
/// The process environment, and behind it the <c>.env</c> files from the project's folder upwards, nearest first: an IDE started from the
/// dock must see what the terminal sees.
/// </summary>
internal sealed class LayeredEnvironment
{
    private readonly IReadOnlyDictionary<string, string> _process;
    private readonly List<(string Path, IReadOnlyDictionary<string, string> Variables)> _files = [];
    private readonly SortedSet<string> _consulted = new(StringComparer.Ordinal);
    private readonly List<string> _watched = [];

    public LayeredEnvironment(IReadOnlyDictionary<string, string> process, string projectDirectory)
    {
        _process = process;
        for (var folder = new DirectoryInfo(projectDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, ".env");
            _watched.Add(path);
            try
            {
                if (TextFile.ReadIfPresent(path) is { } bytes)
                {
                    _files.Add((path, DotEnvFile.Parse(TextFile.Decode(bytes))));
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Somebody else's file above the project; if it cannot be read, it is ignored.
            }
        }
    }

    /// <summary>The files, present or not.</summary>
    public IReadOnlyList<string> Watched => _watched;

    /// <summary>Names asked for so far.</summary>
    public IReadOnlyCollection<string> Consulted => _consulted;

    /// <summary>Names that a file sets.</summary>
    public IEnumerable<string> NamesInFiles => _files.SelectMany(file => file.Variables.Keys).Distinct(StringComparer.Ordinal);

    /// <summary>The variable's value; an empty one counts as unset.</summary>
    public string? this[string name]
    {
        get
        {
            _consulted.Add(name);
            return Find(name);
        }
    }

    /// <summary>The same, of a variable that decides nothing about what is built.</summary>
    public string? Find(string name)
    {
        if (_process.GetValueOrDefault(name) is { Length: > 0 } value)
        {
            return value;
        }

        foreach (var (_, variables) in _files)
        {
            if (variables.TryGetValue(name, out var found) && found.Length > 0)
            {
                return found;
            }
        }

        return null;
    }
}
