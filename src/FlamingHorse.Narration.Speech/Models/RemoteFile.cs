namespace FlamingHorse.Narration.Speech.Models;

/// <summary>A file of the model hub that a user may ask for.</summary>
/// <param name="Model">By which it is asked for; also the name of its folder.</param>
/// <param name="Repository">Owner and name on the hub.</param>
/// <param name="Revision">A commit, so that the address never means another file.</param>
/// <param name="File">Name there and here.</param>
/// <param name="MostBytes">What a server may send at most before it is cut off.</param>
/// <param name="Sha256">Lower-case hex; it decides.</param>
internal sealed record RemoteFile(string Model, string Repository, string Revision, string File, long MostBytes, string Sha256);
