using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Models;

namespace FlamingHorse.Narration.Speech.Tests.Models;

public sealed class ModelLibraryTests : IDisposable
{
    private static readonly byte[] _bytes = [.. Enumerable.Range(0, 10_000).Select(i => (byte)(i % 253))];

    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackServer _server = new(_bytes);
    private readonly ModelLibrary _library;

    public ModelLibraryTests() =>
        _library = new(
            new([new("tiny", "someone/models", "c0ffee", "tiny.bin", 1 << 20, FileHash.Of(_bytes))], _server.Address.ToString()),
            [_folder["given"], _folder["fetched"]]
        );

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_model_found_nowhere_is_reported_with_both_ways_to_get_it()
    {
        _library.Find("tiny").ShouldBeNull();

        var fault = Should.Throw<Fault>(() => _library.Require("tiny"));

        fault.Code.ShouldBe(FaultCode.NoModel);
        fault.Cure.ShouldContain("-t:PrepareNarration -p:NarrationAllowDownload=true");
        fault.Cure.ShouldContain("put tiny.bin into a folder 'tiny' where NarrationModelPath points");
        _server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones() =>
        Should.Throw<Fault>(() => _library.Require("huge")).Message.ShouldBe("There is no model 'huge'. Known models: tiny.");

    [Fact]
    public async Task A_fetched_model_goes_into_the_last_folder_and_is_found_there()
    {
        (await FetchAsync()).ShouldBe([_folder["fetched/tiny/tiny.bin"]]);

        _library.Find("tiny").ShouldBe([_folder["fetched/tiny/tiny.bin"]]);
        _library.Require("tiny").ShouldBe([_folder["fetched/tiny/tiny.bin"]]);
    }

    [Fact]
    public async Task A_copy_in_the_folder_that_is_looked_in_first_needs_no_server()
    {
        Put("given", _bytes);

        (await FetchAsync()).ShouldBe([_folder["given/tiny/tiny.bin"]]);

        _server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_copy_that_was_given_is_refused_and_left_as_it_is()
    {
        Put("given", [1, 2, 3]);

        (await Should.ThrowAsync<Fault>(FetchAsync)).Message.ShouldContain("tiny.bin is damaged");

        Should.Throw<Fault>(() => _library.Require("tiny")).Message.ShouldContain("tiny.bin is damaged");
        File.ReadAllBytes(_folder["given/tiny/tiny.bin"]).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_damaged_copy_that_was_fetched_is_fetched_again()
    {
        Put("fetched", [1, 2, 3]);

        await FetchAsync();

        File.ReadAllBytes(_folder["fetched/tiny/tiny.bin"]).ShouldBe(_bytes);
    }

    [Fact]
    public void Each_known_recognizer_has_one_file_with_a_hash_and_a_size_limit()
    {
        KnownModels.Recognizers.Select(file => file.Model).ShouldBe(["base.en", "base", "tiny.en", "small.en", "small"]);
        foreach (var file in KnownModels.Recognizers)
        {
            file.File.ShouldBe($"ggml-{file.Model}.bin");
            file.Sha256.ShouldMatch("^[0-9a-f]{64}$");
            file.Revision.ShouldMatch("^[0-9a-f]{40}$");
            file.MostBytes.ShouldBeInRange(77_700_000, 500_000_000);
        }

        KnownModels.Recognizers.Select(file => file.Sha256).ShouldBeUnique();
    }

    private Task<IReadOnlyList<string>> FetchAsync() => _library.FetchAsync("tiny", (_, _, _) => { }, default);

    private void Put(string folder, byte[] bytes)
    {
        Directory.CreateDirectory(_folder[$"{folder}/tiny"]);
        File.WriteAllBytes(_folder[$"{folder}/tiny/tiny.bin"], bytes);
    }
}
