using System.Text;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Engine.Storage.Content;

namespace FlamingHorse.Narration.Engine.Storage.Local;

/// <content>Clips that serve on this machine in the place of others.</content>
public sealed partial class LocalStore
{
    /// <summary>Notes that one clip serves in another's place. Where that cannot be written, it is spoken again next time.</summary>
    /// <param name="hash">SHA-256 of the clip that is meant.</param>
    /// <param name="standIn">SHA-256 of the one that is here.</param>
    public void AddStandIn(string hash, string standIn)
    {
        try
        {
            var path = layout.StandIn(hash);
            AtomicFile.CreateFolder(Path.GetDirectoryName(path)!, isPrivate: true);
            AtomicFile.Write(path, Encoding.ASCII.GetBytes(standIn), isPrivate: true, isDurable: false, followsLinks: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The store has said that it cannot be written.
        }
    }

    /// <summary>The verified file that serves in the place of the clip with this hash; null for none.</summary>
    public string? FindStandIn(string hash)
    {
        try
        {
            var text = TextFile.ReadIfPresent(layout.StandIn(hash)) is { } bytes ? Encoding.ASCII.GetString(bytes) : "";
            return Digest.IsHash(text) ? FindAudio(text)?.Path : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
