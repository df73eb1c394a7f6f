using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Http;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Script.Diagnostics;
using Answer = FlamingHorse.Narration.Synthesis.Tests.Backends.FakeSpeechServer.Answer;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

public sealed class HttpSpeakerTests : IDisposable
{
    private static readonly byte[] Wav = WavFile.Write(Signals.Tone(3).Then(Signals.Silence(0.1)));
    private static readonly Answer Good = new(200, Wav);

    private readonly TemporaryFolder _folder = new();
    private readonly RecordingSink _sink = new();
    private readonly Dictionary<string, string> _environment = [];
    private RetryPolicy _retries = new(4, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OpenAi_is_asked_for_a_wav_in_its_own_voice()
    {
        using var server = new FakeSpeechServer(_ => Good);
        _environment["NARRATION_HTTP_API_KEY"] = "sk-secret";
        await Speak(server, "openai", Request("tts-1#alloy"));

        var asked = server.Requests.ShouldHaveSingleItem();
        asked.Line.ShouldBe("POST /v1/audio/speech HTTP/1.1");
        asked.Headers["Authorization"].ShouldBe("Bearer sk-secret");
        asked.Body.EnumerateObject().Select(field => field.Name).ShouldBe(["model", "input", "voice", "response_format"]);
        (asked.Text("model"), asked.Text("voice"), asked.Text("response_format")).ShouldBe(("tts-1", "alloy", "wav"));
        _sink.Clips.ShouldHaveSingleItem().Record.Seed.ShouldBeNull();
    }

    [Fact]
    public async Task VllmOmni_gets_the_reference_cut_and_inside_the_request_and_a_seed()
    {
        using var server = new FakeSpeechServer(_ => Good);
        var path = _folder["ref.wav"];
        await File.WriteAllBytesAsync(path, WavFile.Write(Signals.Tone(5)));
        var request = Request("qwen");
        request = request with
        {
            Voice = request.Voice with
            {
                ReferenceAudio = path,
                ReferenceAudioHash = new string('a', 64),
                ReferenceText = "What it says.",
                Cut = new ReferenceCut(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)),
            },
        };
        await Speak(server, "vllm-omni", request);

        var asked = server.Requests.ShouldHaveSingleItem();
        (asked.Text("task_type"), asked.Text("language"), asked.Text("ref_text")).ShouldBe(("Base", "English", "What it says."));
        asked.Text("seed").ShouldBe(Seeds.For(request.Key, 0, 1).ToString(CultureInfo.InvariantCulture));
        var sent = asked.Text("ref_audio")!;
        sent.ShouldStartWith("data:audio/wav;base64,");
        WavFile.Read(Convert.FromBase64String(sent[sent.IndexOf(',')..][1..])).Duration.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task VllmOmni_reports_a_missed_end_in_its_header()
    {
        using var server = new FakeSpeechServer(asked => new Answer(200, Wav)
        {
            Headers = { ["x-vllm-omni-output-tokens"] = asked.Text("max_new_tokens")! },
        });
        await Speak(server, "vllm-omni", Request("qwen"));
        var failure = _sink.Failures.ShouldHaveSingleItem();
        failure.Finding.Kind.ShouldBe(QualityFindings.ClipRejected);
        failure.Finding.Message.ShouldContain("no end");
        server.Requests.Select(asked => asked.Text("seed")).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task MlxAudio_gets_language_sampling_and_cap_and_never_a_seed()
    {
        using var server = new FakeSpeechServer(_ => Good);
        var request = Request("qwen");
        request = request with
        {
            Voice = request.Voice with
            {
                ReferenceAudio = "/srv/ref.wav",
                ReferenceAudioHash = new string('a', 64),
                ReferenceText = "x",
                Sampling = new Sampling(0.7, 20, 0.9),
            },
        };
        await Speak(server, "mlx-audio", request);

        var asked = server.Requests.ShouldHaveSingleItem();
        (asked.Text("lang_code"), asked.Text("temperature"), asked.Text("top_k"), asked.Text("top_p")).ShouldBe(
            ("english", "0.7", "20", "0.9")
        );
        asked.Text("repetition_penalty").ShouldBe("1.05");
        (asked.Text("ref_audio"), asked.Text("response_format"), asked.Text("seed")).ShouldBe(("/srv/ref.wav", "wav", null));
        int.Parse(asked.Text("max_tokens")!, CultureInfo.InvariantCulture).ShouldBeGreaterThan(75);
    }

    [Fact]
    public async Task MlxAudios_empty_answer_with_a_broken_connection_is_a_failed_attempt()
    {
        var count = 0;
        using var server = new FakeSpeechServer(_ =>
            ++count switch
            {
                1 => new Answer(200, []) { IsChunked = true, SentBytes = 0 },
                2 => new Answer(200, []) { IsUnframed = true },
                _ => new Answer(200, Wav) { IsChunked = true },
            }
        );
        await Speak(server, "mlx-audio", Request("qwen"));
        _sink.Clips.ShouldHaveSingleItem().Record.Attempts.ShouldBe(3);
    }

    [Fact]
    public async Task A_truncated_answer_is_never_a_shorter_clip()
    {
        Answer[] broken =
        [
            Good with
            {
                SentBytes = Wav.Length / 2,
            },
            new Answer(200, Wav[..(Wav.Length / 2)]),
            new Answer(200, Streamed(Wav)) { SentBytes = Wav.Length / 2 },
            new Answer(200, Streamed(Wav)) { SentBytes = Wav.Length / 2, IsChunked = true },
            new Answer(200, Streamed(Wav)[..(Wav.Length / 2)]) { IsUnframed = true },
            new Answer(200, "<html>overloaded</html>"u8.ToArray()),
        ];
        foreach (var answer in broken)
        {
            var sink = new RecordingSink();
            using var server = new FakeSpeechServer(_ => answer);
            await Speak(server, "openai", sink, Request("tts-1#alloy"));
            sink.Clips.ShouldBeEmpty();
            sink.Failures.ShouldHaveSingleItem().Finding.Kind.ShouldBe(VoiceFindings.ServerFailed);
            server.Requests.Count.ShouldBe(3);
        }
    }

    [Fact]
    public async Task An_answer_that_never_begins_or_never_ends_is_a_failed_attempt()
    {
        var stuck = TimeSpan.FromMinutes(1);
        var count = 0;
        using var server = new FakeSpeechServer(_ =>
            ++count switch
            {
                1 => Good with { Delay = stuck },
                2 => Good with { SentBytes = Wav.Length / 2, Silence = stuck },
                _ => Good,
            }
        );
        _retries = _retries with { Answer = TimeSpan.FromSeconds(1) };
        await Speak(server, "mlx-audio", Request("qwen"));
        _sink.Clips.ShouldHaveSingleItem().Record.Attempts.ShouldBe(3);
    }

    [Fact]
    public async Task A_header_written_before_the_length_was_known_is_read_when_the_transport_guarantees_the_whole_file()
    {
        using var server = new FakeSpeechServer(_ => new Answer(200, Streamed(Wav)));
        await Speak(server, "openai", Request("tts-1#alloy"));
        _sink.Clips.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_busy_server_is_asked_again_when_it_says(int status)
    {
        var times = new List<DateTime>();
        using var server = new FakeSpeechServer(_ =>
        {
            times.Add(DateTime.UtcNow);
            return times.Count == 1 ? new Answer(status, []) { Headers = { ["Retry-After"] = "1" } } : Good;
        });
        await Speak(server, "openai", Request("tts-1#alloy"));
        _sink.Clips.Count.ShouldBe(1);
        (times[1] - times[0]).ShouldBeGreaterThan(TimeSpan.FromSeconds(0.95));
    }

    [Theory]
    [InlineData(503, 4)]
    [InlineData(401, 1)]
    [InlineData(404, 1)]
    [InlineData(302, 1)]
    public async Task A_server_that_serves_nobody_ends_the_run(int status, int requests)
    {
        using var server = new FakeSpeechServer(_ => new Answer(status, []) { Headers = { ["Location"] = "http://127.0.0.1:9/steal" } });
        _environment["NARRATION_HTTP_API_KEY"] = "sk-secret";
        var e = await Should.ThrowAsync<NarrationException>(() => Speak(server, "openai", Request("tts-1#alloy")));
        e.Finding.Kind.ShouldBe(VoiceFindings.ServerFailed);
        e.ToString().ShouldNotContain("sk-secret");
        server.Requests.Count.ShouldBe(requests);
    }

    [Fact]
    public async Task A_request_that_the_server_refuses_fails_alone_and_its_echo_does_not_reveal_the_key()
    {
        _environment["NARRATION_HTTP_API_KEY"] = "sk-secret";
        using var server = new FakeSpeechServer(asked =>
            asked.Text("input")!.Contains("bad", StringComparison.Ordinal)
                ? new Answer(422, Encoding.UTF8.GetBytes($"no: Bearer sk-secret {new string('.', 271)} sk-secret"))
                : Good
        );
        await Speak(server, "openai", Request("tts-1#alloy", "a bad one, which is long enough"), Request("tts-1#alloy"));
        var failure = _sink.Failures.ShouldHaveSingleItem();
        failure.Finding.Message.ShouldContain("422");
        failure.Finding.Message.ShouldContain("no: Bearer ***");
        failure.Finding.Message.ShouldNotContain("sk-");
        _sink.Clips.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_unreachable_server_ends_the_run()
    {
        var server = new FakeSpeechServer(_ => Good);
        server.Dispose();
        var e = await Should.ThrowAsync<NarrationException>(() => Speak(server.Url, "openai", _sink, Request("tts-1#alloy")));
        e.Finding.Kind.ShouldBe(VoiceFindings.ServerFailed);
    }

    [Fact]
    public async Task No_more_than_four_requests_run_at_once()
    {
        using var server = new FakeSpeechServer(_ => Good with { Delay = TimeSpan.FromMilliseconds(100) });
        await Speak(
            server,
            "openai",
            [.. Enumerable.Range(0, 12).Select(i => Request("tts-1#alloy", $"Number {i} is a sentence of its own."))]
        );
        server.MostAtOnce.ShouldBeInRange(2, 4);
        _sink.Clips.Count.ShouldBe(12);
    }

    public static TheoryData<string, Func<Voice, Voice>, string> Uncarried { get; } =
        new()
        {
            { "openai", voice => voice with { ReferenceAudioHash = new string('a', 64) }, "ReferenceAudio" },
            { "openai", voice => voice with { Sampling = new Sampling(Temperature: 0.5) }, "Temperature" },
            { "openai", voice => voice with { Sampling = new Sampling(Seed: 1) }, "Seed" },
            { "openai", voice => voice with { Model = "tts-1@abc#alloy" }, "@revision" },
            { "vllm-omni", voice => voice with { Sampling = new Sampling(TopK: 5) }, "TopK" },
            { "mlx-audio", voice => voice with { Sampling = new Sampling(Seed: 1) }, "Seed" },
            { "mlx-audio", voice => voice with { Cut = new ReferenceCut(TimeSpan.FromSeconds(1)) }, "Start" },
        };

    [Theory]
    [MemberData(nameof(Uncarried))]
    public async Task A_keyed_setting_that_the_dialect_cannot_carry_is_an_error(string dialect, Func<Voice, Voice> change, string named)
    {
        using var server = new FakeSpeechServer(_ => Good);
        var request = Request("tts-1#alloy");
        var e = await Should.ThrowAsync<NarrationException>(() => Speak(server, dialect, request with { Voice = change(request.Voice) }));
        e.Finding.Kind.ShouldBe(VoiceFindings.DialectCannotCarry);
        e.Finding.Message.ShouldContain(named);
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("localhost:8000")]
    [InlineData("ftp://x/")]
    [InlineData("https://user:pw@host/")]
    public void An_invalid_endpoint_is_reported(string? endpoint) =>
        Should.Throw<NarrationException>(() => Address(endpoint)).Finding.Kind.ShouldBe(VoiceFindings.EndpointInvalid);

    [Fact]
    public void A_key_is_neither_sent_in_the_clear_nor_to_another_host()
    {
        _environment["NARRATION_HTTP_API_KEY"] = "k";
        Should.Throw<NarrationException>(() => Address("http://speech.example/"));
        Address("http://localhost:8000").Key.ShouldBe("k");
        _environment.Remove("NARRATION_HTTP_API_KEY");
        _environment["OPENAI_API_KEY"] = "o";
        Address("https://speech.example/").Key.ShouldBeNull();
        Address("https://api.openai.com").Key.ShouldBe("o");
    }

    [Theory]
    [InlineData("http://h:1")]
    [InlineData("http://h:1/")]
    [InlineData("http://h:1/v1")]
    [InlineData("http://h:1/v1/audio/speech")]
    public void The_endpoint_may_be_written_in_every_usual_way(string endpoint) =>
        Address(endpoint).Speech.ToString().ShouldBe("http://h:1/v1/audio/speech");

    private static SynthesisRequest Request(string model, string text = "Three seconds of tone stand for this.") =>
        Requests.For(text, text, Requests.Voice("http", model: model), seconds: 3);

    private static byte[] Streamed(byte[] wav)
    {
        var copy = wav.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(4), uint.MaxValue);
        BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(40), uint.MaxValue);
        return copy;
    }

    private ServerAddress Address(string? endpoint) =>
        ServerAddress.Of(Requests.Options("http", _folder) with { Endpoint = endpoint }, _environment.GetValueOrDefault);

    private Task Speak(FakeSpeechServer server, string dialect, params SynthesisRequest[] requests) =>
        Speak(server, dialect, _sink, requests);

    private Task Speak(FakeSpeechServer server, string dialect, RecordingSink sink, params SynthesisRequest[] requests) =>
        Speak(server.Url, dialect, sink, requests);

    private Task Speak(string url, string dialect, RecordingSink sink, params SynthesisRequest[] requests)
    {
        var options = Requests.Options("http", _folder) with { Endpoint = url, EndpointDialect = dialect };
        var synthesizer = new SpeakerSynthesizer(
            () => new HttpSpeaker(options, _retries, _environment.GetValueOrDefault),
            new TakeJudge(new ClipJudge(), [])
        );
        return synthesizer.RunAsync(requests, sink, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));
    }
}
