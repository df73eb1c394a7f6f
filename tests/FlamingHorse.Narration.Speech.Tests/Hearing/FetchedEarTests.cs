using System.Text;
using System.Text.Json;
using FlamingHorse.Narration.Speech.Hearing;
using FlamingHorse.Narration.Speech.Models;
using FlamingHorse.Narration.Speech.Protocol;
using FlamingHorse.Narration.Speech.Protocol.Listening;
using FlamingHorse.Narration.Speech.Protocol.Preparing;
using FlamingHorse.Narration.Speech.Tests.Models;
using FlamingHorse.Narration.Speech.Tests.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Hearing;

/// <summary><c>--prepare</c> with a table of one model of Whisper, which a server on the loopback address has.</summary>
public sealed class FetchedEarTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void With_permission_the_model_is_fetched_once_and_used()
    {
        var model = File.ReadAllBytes(WhisperModel.Require());
        using var server = new LoopbackServer(_ => model);
        var rows = Prepare(server, model, allowDownload: true);

        rows.ShouldBe([("FHN2062", "ok"), ("FHN2060", "ok")]);
        File.Exists(_folder["models/tiny.en/ggml-tiny.en.bin"]).ShouldBeTrue();
        Prepare(server, model, allowDownload: false).ShouldBe([("FHN2062", "ok"), ("FHN2060", "ok")]);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public void Without_permission_nothing_is_requested()
    {
        using var server = new LoopbackServer(_ => []);
        Prepare(server, [1, 2, 3], allowDownload: false).ShouldBe([("FHN2062", "error"), ("FHN2060", "skipped")]);
        server.Requests.ShouldBeEmpty();
    }

    private List<(string Code, string Severity)> Prepare(LoopbackServer server, byte[] model, bool allowDownload)
    {
        var file = new RemoteFile("tiny.en", "acme/ears", "main", "ggml-tiny.en.bin", 50_000_000, FileHash.Of(model));
        using var output = new MemoryStream();
        var channel = new Channel(output, () => { });
        var part = new ListeningPart(
            channel,
            EarSupport.Current,
            _ => new ReferenceReader(),
            new([file], server.Address.ToString()),
            TextWriter.Null
        );
        var request = new
        {
            models = new[] { _folder["models"] },
            allow_download = allowDownload,
            recognizer = new { model = "tiny.en" },
        };
        new Preparation(channel, [part]).Run(JsonSerializer.SerializeToUtf8Bytes(request));
        return
        [
            .. Encoding
                .UTF8.GetString(output.ToArray())
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement)
                .Where(row => row.GetProperty("t").GetString() == "check")
                .Select(row => (row.GetProperty("code").GetString()!, row.GetProperty("severity").GetString()!)),
        ];
    }
}
