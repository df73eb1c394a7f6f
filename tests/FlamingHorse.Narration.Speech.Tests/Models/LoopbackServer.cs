using System.Net;

namespace FlamingHorse.Narration.Speech.Tests.Models;

/// <summary>A model hub on the loopback address.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<string, byte[]> _files;
    private readonly int? _breakAfter;
    private readonly bool _hangs;

    /// <param name="file">What it serves at every address.</param>
    /// <param name="breakAfter">Drops the first connection after so many bytes.</param>
    /// <param name="knowsRanges">Whether it can go on in the middle.</param>
    /// <param name="hangs">Falls silent at <paramref name="breakAfter"/> instead of dropping the connection.</param>
    public LoopbackServer(byte[] file, int? breakAfter = null, bool knowsRanges = true, bool hangs = false)
        : this(_ => file, breakAfter, knowsRanges, hangs) { }

    /// <param name="files">What it serves, by the last part of the address.</param>
    public LoopbackServer(Func<string, byte[]> files)
        : this(files, null, true, false) { }

    private LoopbackServer(Func<string, byte[]> files, int? breakAfter, bool knowsRanges, bool hangs)
    {
        (_files, _breakAfter, _hangs) = (files, breakAfter, hangs);
        var port = FreePort();
        Address = new($"http://127.0.0.1:{port}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = ServeAsync(knowsRanges);
    }

    public Uri Address { get; }

    /// <summary>Path and range of every request.</summary>
    public List<(string Path, string? Range)> Requests { get; } = [];

    public void Dispose() => _listener.Close();

    private async Task ServeAsync(bool knowsRanges)
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                var range = context.Request.Headers["Range"];
                Requests.Add((context.Request.Url!.AbsolutePath, range));
                var file = _files(Path.GetFileName(context.Request.Url.AbsolutePath));
                Answer(context.Response, file, knowsRanges && range is not null ? int.Parse(range[6..^1], null) : 0, Requests.Count == 1);
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // closed
        }
    }

    private void Answer(HttpListenerResponse response, byte[] file, int from, bool isFirst)
    {
        if (from > 0)
        {
            response.StatusCode = from < file.Length ? 206 : 416;
            response.Headers["Content-Range"] =
                from < file.Length ? $"bytes {from}-{file.Length - 1}/{file.Length}" : $"bytes */{file.Length}";
        }

        var rest = file.AsSpan(Math.Min(from, file.Length));
        response.ContentLength64 = rest.Length;
        if (isFirst && _breakAfter is { } bytes)
        {
            response.OutputStream.Write(rest[..bytes]);
            response.OutputStream.Flush();
            if (!_hangs)
            {
                response.Abort();
            }

            return;
        }

        response.OutputStream.Write(rest);
        response.Close();
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
