using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using FlamingHorse.Narration.Speech.Faults;

namespace FlamingHorse.Narration.Speech.Models;

/// <summary>
/// Fetches model files from the hub, if the user allowed it. It resumes interrupted downloads and keeps only files with the right hash.
/// </summary>
/// <param name="http">The user's proxy is its own business.</param>
/// <param name="endpoint">The hub's address, with a slash at its end.</param>
/// <param name="folder">Files go to <c>folder/model/file</c>.</param>
/// <param name="progress">Receives the bytes so far and in total.</param>
internal sealed class ModelFetcher(HttpClient http, Uri endpoint, string folder, Action<RemoteFile, long, long?> progress)
{
    private const int BufferLength = 128 * 1024;

    /// <summary>The longest pause of a server that has begun to send.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Returns the path of the complete, verified file.</summary>
    /// <exception cref="Fault">It cannot be fetched.</exception>
    /// <exception cref="OperationCanceledException"/>
    public async Task<string> FetchAsync(RemoteFile file, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, file.Model, file.File);
        try
        {
            if (File.Exists(path) && FileHash.OfFile(path) == file.Sha256)
            {
                return path;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var part = path + ".part";
            // Exclusive: a second download of the same file fails here instead of corrupting both.
            using (var target = new FileStream(part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            {
                await DownloadAsync(file, target, cancellation).ConfigureAwait(false);
                await RequireHashAsync(file, target, cancellation).ConfigureAwait(false);
            }

            File.Move(part, path, overwrite: true);
            return path;
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw CannotFetch(file, "the server stopped responding", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            throw CannotFetch(file, e.Message, e);
        }
    }

    private Fault CannotFetch(RemoteFile file, string why, Exception inner) =>
        new(
            FaultCode.NoModel,
            $"{file.File} cannot be fetched from {endpoint}: {why}",
            $"Try again: the download resumes. Or put the file into a folder '{file.Model}' where NarrationModelPath points.",
            inner
        );

    private async Task DownloadAsync(RemoteFile file, FileStream target, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(endpoint, $"{file.Repository}/resolve/{file.Revision}/{Uri.EscapeDataString(file.File)}")
        );
        if (target.Length > 0)
        {
            request.Headers.Range = new RangeHeaderValue(target.Length, null);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return; // everything was received; the hash decides
        }

        response.EnsureSuccessStatusCode();
        if (response.StatusCode != HttpStatusCode.PartialContent || response.Content.Headers.ContentRange?.From != target.Length)
        {
            target.SetLength(0); // the server sends all of it
        }

        target.Seek(0, SeekOrigin.End);
        await CopyAsync(file, response, target, cancellation).ConfigureAwait(false);
    }

    private async Task CopyAsync(RemoteFile file, HttpResponseMessage response, FileStream target, CancellationToken cancellation)
    {
        var total = target.Length + response.Content.Headers.ContentLength;
        using var source = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        var buffer = new byte[BufferLength];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        while (true)
        {
            patience.CancelAfter(Silence);
            var read = await source.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            await target.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
            if (target.Length > file.MostBytes)
            {
                break; // the hash check will fail; a server must not fill the disk
            }

            progress(file, target.Length, total);
        }
    }

    private static async Task RequireHashAsync(RemoteFile file, FileStream target, CancellationToken cancellation)
    {
        target.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(target, cancellation).ConfigureAwait(false));
        if (hash != file.Sha256)
        {
            target.SetLength(0); // a wrong file is not resumed
            throw new Fault(
                FaultCode.NoModel,
                $"{file.Repository}/{file.File} came with SHA-256 {hash}; {file.Sha256} was expected.",
                "Try again; if this persists, HF_ENDPOINT or a proxy serves another file."
            );
        }
    }
}
