namespace FlamingHorse.Narration.Engine.Keys;

/// <summary>
/// Names what is asked for (text, voice, model, settings), not what comes out: models sample, so one key can have many takes.
/// Lower-case hex SHA-256, 64 characters.
/// </summary>
public readonly record struct ActionKey(string Hex)
{
    /// <inheritdoc/>
    public override string ToString() => Hex;
}
