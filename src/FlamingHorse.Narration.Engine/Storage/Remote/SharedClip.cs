using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Storage.Content;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>A take on its way from or to a shared store, verified.</summary>
/// <param name="Record">What is known of it.</param>
/// <param name="Meta">The record's bytes, as they are stored.</param>
/// <param name="Audio">The audio's bytes; null where this machine has them.</param>
public sealed record SharedClip(ClipRecord Record, byte[] Meta, byte[]? Audio)
{
    public Digest AudioDigest => new(Record.AudioHash, Record.AudioBytes);

    public ActionResult Action => new(AudioDigest, Digest.Of(Meta));
}
