namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>One question to a server, relative to its base.</summary>
internal sealed record RemoteRequest(HttpMethod Method, string Path)
{
    public string Accept { get; init; } = "*/*";

    public ReadOnlyMemory<byte>? Body { get; init; }

    public string BodyType { get; init; } = "application/octet-stream";

    /// <summary>Do not replace what is there; servers that do not know conditions ignore it.</summary>
    public bool OnlyIfAbsent { get; init; }

    /// <summary>More of an answer is not read.</summary>
    public int MaxBytes { get; init; }

    /// <summary>Bytes that the answer must have, where that is known.</summary>
    public long? Size { get; init; }
}
