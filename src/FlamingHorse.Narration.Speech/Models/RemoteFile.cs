namespace FlamingHorse.Narration.Speech.Models;

/// <summary>A file of the model hub that a user may request.</summary>
/// <param name="Model">The name used to request it, and the name of its folder.</param>
/// <param name="Repository">Owner and name on the hub.</param>
/// <param name="Revision">A commit, so that the address always refers to the same file.</param>
/// <param name="File">Its name on the hub and on this machine.</param>
/// <param name="MostBytes">The most bytes that are accepted from a server.</param>
/// <param name="Sha256">In lower-case hex; a file with another hash is never used.</param>
internal sealed record RemoteFile(string Model, string Repository, string Revision, string File, long MostBytes, string Sha256);
