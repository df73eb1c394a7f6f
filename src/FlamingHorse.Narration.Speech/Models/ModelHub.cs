using FlamingHorse.Narration.Speech.Faults;

namespace FlamingHorse.Narration.Speech.Models;

/// <summary>The models that can be fetched from a hub by name.</summary>
/// <param name="files">A model's folder contains every file with that model's name.</param>
/// <param name="endpoint">The value of <c>HF_ENDPOINT</c>; null or blank: the hub's own address.</param>
internal sealed class ModelHub(IReadOnlyList<RemoteFile> files, string? endpoint)
{
    public const string Variable = "HF_ENDPOINT";

    /// <summary>The hub's own address; <c>HF_ENDPOINT</c> names another.</summary>
    public const string DefaultAddress = "https://huggingface.co";

    /// <summary>The names of all models, in the order of the table.</summary>
    public IReadOnlyList<string> Names => [.. files.Select(file => file.Model).Distinct(StringComparer.Ordinal)];

    /// <summary>The files of a model; empty if the model is unknown.</summary>
    public IReadOnlyList<RemoteFile> FilesOf(string model) => [.. files.Where(file => file.Model == model)];

    /// <summary>Ends with a slash.</summary>
    /// <exception cref="Fault"><c>HF_ENDPOINT</c> is not a server address.</exception>
    public Uri Address
    {
        get
        {
            var address = string.IsNullOrWhiteSpace(endpoint) ? DefaultAddress : endpoint.Trim();
            return Uri.TryCreate(address.TrimEnd('/') + '/', UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
                ? uri
                : throw new Fault(
                    FaultCode.BadInput,
                    $"{Variable} is '{endpoint}', which is not a server address.",
                    $"Unset {Variable}, or set it to an address such as {DefaultAddress}."
                );
        }
    }
}
