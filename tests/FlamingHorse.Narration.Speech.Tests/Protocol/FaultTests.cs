using System.Text;
using System.Text.Json;
using FlamingHorse.Narration.Speech.Processes;
using FlamingHorse.Narration.Speech.Tests.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Protocol;

public sealed class FaultTests : IDisposable
{
    private readonly Conversation _conversation = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _conversation.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[1,2]")]
    [InlineData("{\"proto\":1}")]
    [InlineData("{\"t\":7}")]
    [InlineData("")]
    public async Task A_line_that_is_not_a_message_ends_the_session(string line)
    {
        await _conversation.ReadAsync("hello");

        _conversation.Send(line);

        await ShouldEndWithBadInputAsync();
    }

    [Fact]
    public async Task Bytes_that_are_not_text_end_the_session()
    {
        await _conversation.ReadAsync("hello");

        _conversation.SendBytes([0xFF, 0x00, 0xC3, 0x28, (byte)'\n']);

        await ShouldEndWithBadInputAsync();
    }

    [Fact]
    public async Task A_line_of_more_than_a_mebibyte_ends_the_session()
    {
        await _conversation.ReadAsync("hello");

        _ = Task.Run(() =>
        {
            try
            {
                _conversation.SendBytes(Encoding.ASCII.GetBytes(new string('x', (1 << 20) + 1)));
            }
            catch (IOException)
            {
                // the session had read enough
            }
        });

        (await ShouldEndWithBadInputAsync()).GetProperty("message").GetString()!.ShouldContain("1 MiB");
    }

    [Fact]
    public async Task A_line_of_exactly_a_mebibyte_is_read()
    {
        await _conversation.ReadAsync("hello");
        const string Frame = """{"t":"noise","x":""}""";

        _conversation.Send(Frame.Insert(Frame.Length - 2, new string('x', (1 << 20) - Frame.Length)));
        _conversation.Send("""{"t":"shutdown"}""");

        (await _conversation.ExitCodeAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Unknown_messages_and_fields_are_ignored()
    {
        var ready = await _conversation.BeginAsync("""{"t":"init","proto":1,"model":"heart","colour":{"deep":[1,null]}}""");
        Conversation.Kind(ready).ShouldBe("ready");

        _conversation.Send("""{"t":"dance","tempo":3}""");
        _conversation.Send(HostMessages.Synth(1, [(1, "ɐ nˈOd.", _folder["a.wav"])]));

        Conversation.Kind((await _conversation.ReadAnswersAsync(1))[1]).ShouldBe("done");
        _conversation.Log.ShouldContain("'dance' ignored");
    }

    [Fact]
    public async Task Items_before_init_are_refused()
    {
        _conversation.Send(HostMessages.Synth(1, [(5, "A.", _folder["a.wav"]), (6, "A.", _folder["b.wav"])]));

        (await _conversation.ReadAnswersAsync(2)).Values.ShouldAllBe(error => error.GetProperty("code").GetString() == "bad_input");
    }

    [Theory]
    [InlineData("""{"t":"synth","batch":1,"items":7}""")]
    [InlineData("""{"t":"synth","batch":1,"items":[{"text":"A.","out":"a"}]}""")]
    public async Task A_request_whose_items_cannot_be_told_apart_is_refused_as_a_whole(string order)
    {
        await _conversation.BeginAsync();

        _conversation.Send(order);

        var error = await _conversation.ReadAsync("error");
        error.TryGetProperty("id", out _).ShouldBeFalse();
        error.GetProperty("code").GetString().ShouldBe("bad_input");
    }

    [Fact]
    public async Task Another_protocol_is_refused()
    {
        var error = await _conversation.BeginAsync("""{"t":"init","proto":2,"model":"heart"}""");

        error.GetProperty("code").GetString().ShouldBe("bad_input");
        (await _conversation.ExitCodeAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_voice_ends_the_session_with_the_list()
    {
        var error = await _conversation.BeginAsync("""{"t":"init","proto":1,"model":"nobody"}""");

        error.GetProperty("code").GetString().ShouldBe("no_model");
        error.GetProperty("message").GetString().ShouldBe("There is no voice 'nobody'. Voices here: heart.");
        (await _conversation.ExitCodeAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_cancel_answers_everything_once_and_the_next_clip_is_unchanged()
    {
        await _conversation.BeginAsync();
        var texts = ReferenceItem.All.Select(item => item.Text).ToList();
        _conversation.Send(HostMessages.Synth(1, [(1000, texts[0], _folder["before.wav"])]));
        var before = (await _conversation.ReadAnswersAsync(1))[1000].GetProperty("sha256").GetString();

        _conversation.Send(HostMessages.Synth(2, Enumerable.Range(0, 400).Select(i => (i, texts[i % 12], _folder[$"{i}.wav"]))));
        await _conversation.ReadAsync("started");
        _conversation.Send("""{"t":"cancel"}""");
        _conversation.Send(HostMessages.Synth(3, [(1000, texts[0], _folder["after.wav"])]));

        var answers = await _conversation.ReadAnswersAsync(401);
        answers[1000].GetProperty("sha256").GetString().ShouldBe(before);
        var cancelled = answers.Values.Where(answer => Conversation.Kind(answer) == "error").ToList();
        cancelled.Count.ShouldBeGreaterThan(350);
        cancelled.ShouldAllBe(error => error.GetProperty("code").GetString() == "cancelled" && error.GetProperty("retryable").GetBoolean());
    }

    [Fact]
    public async Task A_shutdown_answers_earlier_requests_first()
    {
        await _conversation.BeginAsync();
        _conversation.Send(HostMessages.Synth(1, Enumerable.Range(0, 6).Select(i => (i, "ɐ nˈOd.", _folder[$"{i}.wav"]))));
        _conversation.Send("""{"t":"shutdown"}""");

        (await _conversation.ReadAnswersAsync(6)).Values.ShouldAllBe(answer => Conversation.Kind(answer) == "done");
        (await _conversation.ExitCodeAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_end_of_the_input_ends_the_session()
    {
        await _conversation.ReadAsync("hello");

        _conversation.CloseInput();

        (await _conversation.ExitCodeAsync()).ShouldBe(0);
    }

    public static TheoryData<string, string> Machines =>
        new()
        {
            { JsonSerializer.Serialize(new Platform("linux-x64", true, false, true, true)), "musl" },
            { JsonSerializer.Serialize(new Platform("osx-x64", false, false, false, true)), "no ONNX Runtime library for osx-x64" },
            { JsonSerializer.Serialize(new Platform("osx-arm64", false, true, true, true)), "macOS 14" },
            { JsonSerializer.Serialize(new Platform("win-x64", false, false, true, false)), "Visual C++ runtime" },
        };

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task A_machine_that_lacks_something_is_told_what_how_to_get_it_and_what_would_do_instead(string machine, string what)
    {
        using var conversation = new Conversation(JsonSerializer.Deserialize<Platform>(machine));

        var error = await conversation.BeginAsync();

        error.GetProperty("code").GetString().ShouldBe("no_device");
        error.GetProperty("message").GetString()!.ShouldContain(what);
        error.GetProperty("cure").GetString()!.ShouldContain("NarrationBackend=system");
        (await conversation.ExitCodeAsync()).ShouldBe(1);
    }

    [Fact]
    public void This_machine_lacks_nothing() => Should.NotThrow(Platform.Current.Require);

    private async Task<JsonElement> ShouldEndWithBadInputAsync()
    {
        var error = await _conversation.ReadAsync();
        Conversation.Kind(error).ShouldBe("error");
        error.GetProperty("code").GetString().ShouldBe("bad_input");
        error.TryGetProperty("id", out _).ShouldBeFalse();
        (await _conversation.ExitCodeAsync()).ShouldBe(1);
        return error;
    }
}
