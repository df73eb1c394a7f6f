using System.Text;
using FlamingHorse.Narration.Engine.Audio;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Http;

/// <summary>Reads what a speech server sends after its headers, which it may never end.</summary>
internal static class SpeechResponse
{
    private const long LongestBytes = 512L << 20;
    private const int LongestShown = 300;
    private const int LookedAtBytes = 4096;
    private static readonly TimeSpan ShownWithin = TimeSpan.FromSeconds(5);

    /// <summary>The clip.</summary>
    /// <param name="answer">Its headers are read.</param>
    /// <param name="limit">For the whole of it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="AttemptFailedException">It is empty, breaks off, does not end, or is no WAV file.</exception>
    public static async Task<MonoSignal> ReadAsync(HttpResponseMessage answer, TimeSpan limit, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limit);
        try
        {
            // Without a length or chunks the end of the connection is the end of the file, and a broken one looks the same.
            var isFramed =
                answer.Content.Headers.ContentLength is not null
                || answer.Headers.TransferEncodingChunked == true
                || answer.Version.Major >= 2;
            await answer.Content.LoadIntoBufferAsync(LongestBytes, time.Token).ConfigureAwait(false);
            var bytes = await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            return bytes.Length == 0
                ? throw new AttemptFailedException("the server's answer was empty")
                : WavFile.Read(bytes, isStreamed: isFramed);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new AttemptFailedException($"the server did not finish its answer within {limit}", e);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new AttemptFailedException($"the server's answer is longer than {LongestBytes >> 20} MiB", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new AttemptFailedException("the server's answer broke off", e);
        }
        catch (WavFormatException e)
        {
            throw new AttemptFailedException($"the server's answer is not a WAV file: {e.Message}", e);
        }
    }

    /// <summary>The beginning of a refusal, in a line to be shown, without the key: servers do echo what they refuse.</summary>
    public static async Task<string> BeginningAsync(HttpResponseMessage answer, string? key, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(ShownWithin);
        try
        {
            using var stream = await answer.Content.ReadAsStreamAsync(time.Token).ConfigureAwait(false);
            var buffer = new byte[LookedAtBytes];
            var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, time.Token).ConfigureAwait(false);
            var said = Encoding.UTF8.GetString(buffer, 0, read);
            // Before the cut, which could leave half of it.
            var safe = key is null ? said : said.Replace(key, "***", StringComparison.Ordinal);
            return string.Concat(safe.Take(LongestShown).Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return "";
        }
    }
}
