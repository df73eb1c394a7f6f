using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

/// <summary>A server on loopback that writes its answers byte by byte, so that it can break off like the real ones.</summary>
internal sealed class FakeSpeechServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<Asked, Answer> _handler;

    public FakeSpeechServer(Func<Asked, Answer> handler)
    {
        _handler = handler;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public ConcurrentQueue<Asked> Requests { get; } = new();

    public int MostAtOnce { get; private set; }

    private int _atOnce;

    public void Dispose() => _listener.Stop();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // stopped
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            var asked = await ReadAsync(stream);
            Requests.Enqueue(asked);
            lock (_listener)
            {
                MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
            }

            var answer = _handler(asked);
            await Task.Delay(answer.Delay);
            lock (_listener)
            {
                _atOnce--;
            }

            var head = new StringBuilder($"HTTP/1.1 {answer.Status} Whatever\r\nConnection: close\r\nServer: fake/1.0\r\n");
            head.Append(
                answer.IsChunked ? "Transfer-Encoding: chunked\r\n"
                : answer.IsUnframed ? ""
                : $"Content-Length: {answer.Body.Length}\r\n"
            );
            foreach (var (name, value) in answer.Headers)
            {
                head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()));
            var sent = answer.Body.AsMemory(0, answer.SentBytes ?? answer.Body.Length);
            if (answer.IsChunked && sent.Length > 0)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{sent.Length:x}\r\n"));
                await stream.WriteAsync(sent);
                await stream.WriteAsync("\r\n"u8.ToArray());
            }
            else
            {
                await stream.WriteAsync(sent);
            }

            if (answer.IsChunked && answer.SentBytes is null)
            {
                await stream.WriteAsync("0\r\n\r\n"u8.ToArray());
            }

            await Task.Delay(answer.Silence);
        }
    }

    private static async Task<Asked> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[65536];
        while (true)
        {
            var read = await stream.ReadAsync(buffer);
            bytes.AddRange(buffer.AsSpan(0, read).ToArray());
            var text = Encoding.UTF8.GetString([.. bytes]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0)
            {
                continue;
            }

            var lines = text[..end].Split("\r\n");
            var headers = lines
                .Skip(1)
                .Select(line => line.Split(": ", 2))
                .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
            var length = int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture);
            if (bytes.Count >= end + 4 + length)
            {
                return new Asked(lines[0], headers, JsonDocument.Parse(text[(end + 4)..]).RootElement);
            }
        }
    }

    internal sealed record Asked(string Line, IReadOnlyDictionary<string, string> Headers, JsonElement Body)
    {
        public string? Text(string field) => Body.TryGetProperty(field, out var value) ? value.ToString() : null;
    }

    internal sealed record Answer(int Status, byte[] Body)
    {
        public Dictionary<string, string> Headers { get; init; } = [];

        /// <summary>Fewer than were promised.</summary>
        public int? SentBytes { get; init; }

        /// <summary>The end of the connection is the end of the body.</summary>
        public bool IsUnframed { get; init; }

        /// <summary>As the Python servers stream: when generating fails, the connection ends without the last chunk.</summary>
        public bool IsChunked { get; init; }

        public TimeSpan Delay { get; init; }

        /// <summary>After what is sent, with the connection open.</summary>
        public TimeSpan Silence { get; init; }
    }
}
