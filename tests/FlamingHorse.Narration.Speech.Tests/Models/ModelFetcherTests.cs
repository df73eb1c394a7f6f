using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Models;

namespace FlamingHorse.Narration.Speech.Tests.Models;

public sealed class ModelFetcherTests : IDisposable
{
    private static readonly byte[] _bytes = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7 / 3))];

    private static readonly RemoteFile _file = new("small", "someone/models", "c0ffee", "small.bin", 1 << 20, FileHash.Of(_bytes));

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new();
    private readonly List<(long Bytes, long? Total)> _progress = [];

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_comes_from_its_revision_into_the_folder_of_its_model_with_progress()
    {
        using var server = new LoopbackServer(_bytes);

        var path = await FetchAsync(server);

        path.ShouldBe(_folder["small/small.bin"]);
        File.ReadAllBytes(path).ShouldBe(_bytes);
        server.Requests.ShouldBe([("/someone/models/resolve/c0ffee/small.bin", null)]);
        _progress[^1].ShouldBe((_bytes.Length, _bytes.Length));
        Directory.GetFiles(_folder["small"]).ShouldBe([path]);
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_fetched_again()
    {
        using var server = new LoopbackServer(_bytes);
        await FetchAsync(server);

        await FetchAsync(server);

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_interrupted_download_resumes_where_it_stopped()
    {
        using var server = new LoopbackServer(_bytes, breakAfter: 100_000);
        (await RefusalAsync(server)).Cure.ShouldContain("the download resumes");
        var kept = new FileInfo(_folder["small/small.bin.part"]).Length;

        var path = await FetchAsync(server);

        File.ReadAllBytes(path).ShouldBe(_bytes);
        kept.ShouldBe(100_000);
        server.Requests[1].Range.ShouldBe("bytes=100000-");
    }

    [Fact]
    public async Task A_server_that_cannot_resume_sends_the_whole_file_again()
    {
        using var server = new LoopbackServer(_bytes, breakAfter: 100_000, knowsRanges: false);
        await RefusalAsync(server);

        File.ReadAllBytes(await FetchAsync(server)).ShouldBe(_bytes);
    }

    [Fact]
    public async Task A_partial_file_that_is_already_complete_is_only_verified()
    {
        using var server = new LoopbackServer(_bytes);
        Directory.CreateDirectory(_folder["small"]);
        await File.WriteAllBytesAsync(_folder["small/small.bin.part"], _bytes);

        File.ReadAllBytes(await FetchAsync(server)).ShouldBe(_bytes);
    }

    [Fact]
    public async Task Another_file_is_refused_and_not_kept()
    {
        using var server = new LoopbackServer([.. _bytes.Reverse()]);

        (await RefusalAsync(server)).Message.ShouldContain($"{_file.Sha256} was expected");

        File.Exists(_folder["small/small.bin"]).ShouldBeFalse();
        new FileInfo(_folder["small/small.bin.part"]).Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_server_that_sends_without_end_is_cut_off()
    {
        using var server = new LoopbackServer(new byte[3 << 20]);

        await RefusalAsync(server);

        _progress.ShouldAllBe(step => step.Bytes <= _file.MostBytes);
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_given_up_and_what_was_received_is_kept()
    {
        using var server = new LoopbackServer(_bytes, breakAfter: 100_000, hangs: true);
        using var http = new HttpClient();
        var fetcher = new ModelFetcher(http, server.Address, _folder.Path, (_, _, _) => { }) { Silence = TimeSpan.FromSeconds(1) };

        var fault = await Should.ThrowAsync<Fault>(() => fetcher.FetchAsync(_file, default));

        fault.Message.ShouldContain("stopped responding");
        new FileInfo(_folder["small/small.bin.part"]).Length.ShouldBe(100_000);
        File.ReadAllBytes(await FetchAsync(server)).ShouldBe(_bytes);
    }

    [Fact]
    public async Task An_unreachable_server_is_an_error_with_a_cure()
    {
        var fetcher = new ModelFetcher(_http, new("http://127.0.0.1:9/"), _folder.Path, (_, _, _) => { });

        var fault = await Should.ThrowAsync<Fault>(() => fetcher.FetchAsync(_file, default));

        fault.Code.ShouldBe(FaultCode.NoModel);
        fault.Cure.ShouldContain("NarrationModelPath");
    }

    [Theory]
    [InlineData(null, "https://huggingface.co/")]
    [InlineData(" ", "https://huggingface.co/")]
    [InlineData("http://mirror.local:8080/hub", "http://mirror.local:8080/hub/")]
    public void The_endpoint_is_the_users_else_the_hubs(string? variable, string address) =>
        new ModelHub([], variable).Address.ToString().ShouldBe(address);

    [Theory]
    [InlineData("mirror")]
    [InlineData("file:///etc")]
    public void An_endpoint_that_is_not_a_server_is_refused(string variable) =>
        Should.Throw<Fault>(() => _ = new ModelHub([], variable).Address).Message.ShouldContain(variable);

    private Task<string> FetchAsync(LoopbackServer server) =>
        new ModelFetcher(_http, server.Address, _folder.Path, (_, bytes, total) => _progress.Add((bytes, total))).FetchAsync(
            _file,
            default
        );

    private Task<Fault> RefusalAsync(LoopbackServer server) => Should.ThrowAsync<Fault>(() => FetchAsync(server));
}
