using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlamingHorse.Narration.Speech.Models;
using FlamingHorse.Narration.Speech.Processes;
using FlamingHorse.Narration.Speech.Protocol;
using FlamingHorse.Narration.Speech.Protocol.Preparing;
using FlamingHorse.Narration.Speech.Protocol.Speaking;
using FlamingHorse.Narration.Speech.Tests.Models;
using FlamingHorse.Narration.Speech.Tests.Voice;
using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Protocol;

/// <summary><c>--prepare</c> with a table of one voice, which a server on the loopback address has.</summary>
public sealed class FetchedVoiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, byte[]> _files = DawnVoice();
    private readonly LoopbackServer _server;

    public FetchedVoiceTests() => _server = new(name => _files[name]);

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void With_permission_it_is_fetched_checked_and_speaks_and_the_next_time_nothing_is_requested()
    {
        var rows = Prepare(allowDownload: true, exitCode: 0);

        Severities(rows).ShouldBe([("FHN2006", "ok"), ("FHN2007", "ok"), ("FHN2037", "ok"), ("FHN2012", "ok")]);
        rows.Select(row => row.ToString())
            .ShouldContain(row => row.Contains("Fetching heart.onnx: 9.6 of 9.6 MB", StringComparison.Ordinal));
        _server.Requests.Count.ShouldBe(_files.Count);
        Directory.GetFiles(_folder["models/dawn"]).Length.ShouldBe(_files.Count);

        Severities(Prepare(allowDownload: true, exitCode: 0)).ShouldAllBe(row => row.Severity == "ok");
        Severities(Prepare(allowDownload: false, exitCode: 0)).ShouldAllBe(row => row.Severity == "ok");
        _server.Requests.Count.ShouldBe(_files.Count);
    }

    [Fact]
    public void Without_permission_nothing_is_requested_and_the_row_says_how_to_allow_it()
    {
        var rows = Prepare(allowDownload: false, exitCode: 1);

        Severities(rows).ShouldBe([("FHN2006", "ok"), ("FHN2007", "error"), ("FHN2037", "skipped"), ("FHN2012", "skipped")]);
        Row(rows, "FHN2007").GetProperty("detail").GetString().ShouldBe("The model 'dawn' is not on this machine.");
        Row(rows, "FHN2007").GetProperty("cure").GetString()!.ShouldContain("NarrationAllowDownload=true");
        _server.Requests.ShouldBeEmpty();
        Directory.Exists(_folder["models"]).ShouldBeFalse();
    }

    [Fact]
    public void Another_file_than_the_table_names_is_refused()
    {
        _files["vocab.json"] = "{}"u8.ToArray();
        var table = DawnVoice();

        var rows = Prepare(allowDownload: true, exitCode: 1, table);

        Row(rows, "FHN2007").GetProperty("detail").GetString()!.ShouldContain("dawn/vocab.json came with SHA-256");
        File.Exists(_folder["models/dawn/vocab.json"]).ShouldBeFalse();
    }

    private List<JsonElement> Prepare(bool allowDownload, int exitCode, Dictionary<string, byte[]>? table = null)
    {
        using var output = new MemoryStream();
        var channel = new Channel(output, () => { });
        var files = (table ?? _files).Select(file => new RemoteFile(
            "dawn",
            "someone/dawn",
            "c0ffee",
            file.Key,
            32 << 20,
            FileHash.Of(file.Value)
        ));
        var hub = new ModelHub([.. files], _server.Address.ToString());
        var part = new SpeakingPart(channel, Platform.Current, new VoiceLoader(EnglishText.Load), hub, TextWriter.Null);
        var request = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                model = "dawn",
                allow_download = allowDownload,
                models = new[] { _folder["given"], _folder["models"] },
            }
        );

        new Preparation(channel, [part]).Run(request).ShouldBe(exitCode);

        return
        [
            .. Encoding
                .UTF8.GetString(output.ToArray())
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];
    }

    private static IEnumerable<(string Code, string Severity)> Severities(List<JsonElement> rows) =>
        rows.Where(row => Conversation.Kind(row) == "check")
            .Select(row => (row.GetProperty("code").GetString()!, row.GetProperty("severity").GetString()!));

    private static JsonElement Row(List<JsonElement> rows, string code) =>
        rows.Single(row => Conversation.Kind(row) == "check" && row.GetProperty("code").GetString() == code);

    /// <summary>The shipped voice under another name.</summary>
    private static Dictionary<string, byte[]> DawnVoice()
    {
        var files = Directory
            .GetFiles(TestData.VoiceFolder)
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);
        var manifest = JsonNode.Parse(files["voice.json"])!;
        manifest["name"] = "dawn";
        files["voice.json"] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        return files;
    }
}
