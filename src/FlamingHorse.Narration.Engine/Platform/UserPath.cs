namespace FlamingHorse.Narration.Engine.Platform;

/// <summary>Paths as people write them in settings.</summary>
internal sealed class UserPath(string baseDirectory, string? home)
{
    /// <summary>Absolute: <c>~</c> is the home, anything else relative is beside the project. Links are not followed.</summary>
    public string Resolve(string path)
    {
        if (
            home is not null
            && (path == "~" || path.StartsWith("~/", StringComparison.Ordinal) || path.StartsWith("~\\", StringComparison.Ordinal))
        )
        {
            path = Path.Combine(home, path[1..].TrimStart('/', '\\'));
        }

        return Path.GetFullPath(path, baseDirectory);
    }

    /// <summary>A folder where the id of a model stands: one that looks like a path, or that exists. Null for an id on the hub.</summary>
    public string? LocalModel(string model)
    {
        var looksLikePath = model is ['.' or '/' or '~' or '\\', ..] || Path.IsPathRooted(model);
        var path = Resolve(model);
        return looksLikePath || Directory.Exists(path) ? path : null;
    }
}
