namespace FlamingHorse.Narration.Engine.Model;

/// <summary>
/// Names what is asked for (text, voice, model, settings), not what comes out: models sample, so one key can have many takes.
/// Lower-case hex SHA-256, 64 characters.
/// </summary>
/// <remarks>
/// A class, since collections of references come compiled with the runtime: those of a struct of ours are compiled anew in every build.
/// </remarks>
public sealed record ActionKey(string Hex)
{
    /// <summary>Stands for the key of a segment whose key cannot be computed, because something that goes into it is absent.</summary>
    public static ActionKey None { get; } = new("");

    /// <inheritdoc/>
    public override string ToString() => Hex;
}
