namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Http;

/// <summary>
/// A voice's <c>Model</c> for a server: <c>model</c>, or <c>model#voice</c> where the server has voices of its own. Both stand in
/// the model's name because both are part of the key.
/// </summary>
/// <param name="Id">The server's model.</param>
/// <param name="Voice">The server's voice; null when none is named.</param>
internal sealed record ServerModel(string Id, string? Voice)
{
    public static ServerModel Parse(string model)
    {
        var parts = model.Split('#', 2);
        return new ServerModel(parts[0], parts.Length == 2 && parts[1].Length > 0 ? parts[1] : null);
    }
}
