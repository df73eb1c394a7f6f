namespace FlamingHorse.Narration.Script.Segments;

/// <summary>Where a project shows files from outside it, according to the <c>Link</c> of their items.</summary>
public sealed class SourceLinks
{
    private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);

    private SourceLinks() { }

    /// <summary>The links of a project that has none.</summary>
    public static SourceLinks None { get; } = new();

    /// <summary>Reads what the targets pass to task and generator.</summary>
    /// <param name="text">For each such file its full path, <c>*</c>, its link; <c>|</c> between them.</param>
    public static SourceLinks Parse(string text)
    {
        if (text.Length == 0)
            return None;
        var links = new SourceLinks();
        foreach (var pair in text.Split('|'))
        {
            var star = pair.IndexOf('*');
            if (star > 0 && star < pair.Length - 1)
                links._links[pair.Substring(0, star)] = pair.Substring(star + 1).Replace('\\', '/');
        }

        return links;
    }

    /// <summary>The link of a file; null where it has none.</summary>
    public string? Find(string path) => _links.TryGetValue(path, out var link) ? link : null;
}
