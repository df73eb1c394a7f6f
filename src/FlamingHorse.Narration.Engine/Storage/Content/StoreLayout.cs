using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Storage.Content;

/// <summary>
/// Where a store in a folder keeps what: the same for this machine's cache and for a shared folder, so that one can be copied to the other.
/// </summary>
/// <param name="Root">The folder that the user named.</param>
public sealed record StoreLayout(string Root)
{
    /// <summary>A change of the layout is a new folder beside this one.</summary>
    public string Version { get; } = Path.Combine(Root, "v1");

    public string Actions => Path.Combine(Version, "ac");

    public string Contents => Path.Combine(Version, "cas");

    public string Quarantine => Path.Combine(Version, "quarantine");

    public string Locks => Path.Combine(Version, "locks");

    /// <summary>Lists of takes that locks name, one a lock.</summary>
    public string Named => Path.Combine(Version, "named");

    /// <summary>Its time says when the folder was last tidied.</summary>
    public string SweepStamp => Path.Combine(Version, "swept");

    public string Action(ActionKey key) => Path.Combine(Version, "ac", Checked(key.Hex)[..2], key.Hex + ".json");

    public string Content(string hash) => Path.Combine(Version, "cas", Checked(hash)[..2], hash);

    /// <summary>Holds the SHA-256 of the clip that serves on this machine in the place of the one with this hash.</summary>
    public string StandIn(string hash) => Path.Combine(Version, "stand-ins", Checked(hash)[..2], hash);

    public string Lock(ActionKey key) => Path.Combine(Version, "locks", Checked(key.Hex) + ".lock");

    private static string Checked(string hash) =>
        Digest.IsHash(hash) ? hash : throw new ArgumentException("Not a SHA-256 in lower-case hex.", nameof(hash));
}
