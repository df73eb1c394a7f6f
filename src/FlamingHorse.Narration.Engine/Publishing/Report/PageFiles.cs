using System.Collections.Concurrent;

namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>The files that a page plays. Any thread.</summary>
internal sealed class PageFiles
{
    private readonly ConcurrentDictionary<string, string> _paths = new(StringComparer.Ordinal);

    /// <summary>Paths by the page's URL.</summary>
    public IReadOnlyDictionary<string, string> ByUrl => _paths;

    /// <summary>Adds a file; nothing without a URL or a path.</summary>
    public void Add(string? url, string? path)
    {
        if (url is not null && path is not null)
        {
            _paths[url] = path;
        }
    }
}
