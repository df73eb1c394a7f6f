namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>Where takes are kept.</summary>
public sealed record CacheSettings
{
    /// <summary>Absolute folder of the local cache.</summary>
    public string Path { get; init; } = "";

    /// <summary>GiB; null for no limit.</summary>
    public double? Limit { get; init; }

    /// <summary>The shared store: an <c>http(s)</c> base URL or an absolute folder; null for none.</summary>
    public string? Remote { get; init; }

    /// <summary>Whether this build adds to the shared store.</summary>
    public bool RemoteWrite { get; init; }
}
