using System.Buffers.Binary;
using System.Text;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;
using Answer = FlamingHorse.Narration.Synthesis.Tests.Backends.FakeSpeechServer.Answer;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

/// <summary>Speech servers that are busy, refuse, break off or are not there.</summary>
public sealed class ServerFailureTests : HttpSpeakerTest
{
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
        Sink.Clips.ShouldHaveSingleItem().Record.Attempts.ShouldBe(3);
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
        Retries = Retries with { Answer = TimeSpan.FromSeconds(1) };
        await Speak(server, "mlx-audio", Request("qwen"));
        Sink.Clips.ShouldHaveSingleItem().Record.Attempts.ShouldBe(3);
    }

    [Fact]
    public async Task A_header_written_before_the_length_was_known_is_read_when_the_transport_guarantees_the_whole_file()
    {
        using var server = new FakeSpeechServer(_ => new Answer(200, Streamed(Wav)));
        await Speak(server, "openai", Request("tts-1#alloy"));
        Sink.Clips.Count.ShouldBe(1);
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
        Sink.Clips.Count.ShouldBe(1);
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
        Variables["NARRATION_HTTP_API_KEY"] = "sk-secret";
        var e = await Should.ThrowAsync<NarrationException>(() => Speak(server, "openai", Request("tts-1#alloy")));
        e.Finding.Kind.ShouldBe(VoiceFindings.ServerFailed);
        e.ToString().ShouldNotContain("sk-secret");
        server.Requests.Count.ShouldBe(requests);
    }

    [Fact]
    public async Task A_request_that_the_server_refuses_fails_alone_and_its_echo_does_not_reveal_the_key()
    {
        Variables["NARRATION_HTTP_API_KEY"] = "sk-secret";
        using var server = new FakeSpeechServer(asked =>
            asked.Text("input")!.Contains("bad", StringComparison.Ordinal)
                ? new Answer(422, Encoding.UTF8.GetBytes($"no: Bearer sk-secret {new string('.', 271)} sk-secret"))
                : Good
        );
        await Speak(server, "openai", Request("tts-1#alloy", "a bad one, which is long enough"), Request("tts-1#alloy"));
        var failure = Sink.Failures.ShouldHaveSingleItem();
        failure.Finding.Message.ShouldContain("422");
        failure.Finding.Message.ShouldContain("no: Bearer ***");
        failure.Finding.Message.ShouldNotContain("sk-");
        Sink.Clips.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_unreachable_server_ends_the_run()
    {
        var server = new FakeSpeechServer(_ => Good);
        server.Dispose();
        var e = await Should.ThrowAsync<NarrationException>(() => Speak(server.Url, "openai", Sink, Request("tts-1#alloy")));
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
        Sink.Clips.Count.ShouldBe(12);
    }

    private static byte[] Streamed(byte[] wav)
    {
        var copy = wav.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(4), uint.MaxValue);
        BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(40), uint.MaxValue);
        return copy;
    }
}
