using System.Text;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Connection;

/// <summary>What follows from a worker's first messages, and from the numbers of a clip.</summary>
public class GreetingTests
{
    [Theory]
    [InlineData("a", 8, 2)]
    [InlineData("b", 8, 4)]
    [InlineData("unknown", 8, 4)]
    [InlineData("unknown", 3, 3)]
    [InlineData("c", 8, 1)]
    public void A_batch_is_limited_by_worker_voice_and_user(string voice, int most, int limit)
    {
        const string Ready =
            """{"t":"ready","max_batch":4,"voices":[{"name":"a","max_batch":2},{"name":"b","max_batch":9},{"name":"c","max_batch":0}]}""";

        Parse<WorkerMessage.Ready>(Ready).LimitOf(voice, most).ShouldBe(limit);
    }

    [Fact]
    public void Versions_are_text_whatever_their_type_with_the_workers_own()
    {
        var ready = Parse<WorkerMessage.Ready>("""{"t":"ready","engine":{"mlx":"0.3","gpu":{"cores":32},"half":"\ud800"}}""");

        ready
            .Versions(new(1, "worker-x", "7"))
            .Select(version => $"{version.Key}={version.Value}")
            .ShouldBe(["gpu={\"cores\":32}", "half=\"\\ud800\"", "mlx=0.3", "worker=worker-x 7"]);
        ready.Versions(new(1, "", "7")).Keys.ShouldBe(["gpu", "half", "mlx"]);
        ready.Versions(new(1, "w"))["worker"].ShouldBe("w");
    }

    [Theory]
    [InlineData(48_000, 24_000, 2)]
    [InlineData(1, 2, 0.5)]
    [InlineData(0, 24_000, 0)]
    [InlineData(-1, 24_000, 0)]
    [InlineData(48_000, 0, 0)]
    [InlineData(48_000, -1, 0)]
    [InlineData(int.MaxValue, 1, 0)]
    [InlineData(int.MaxValue - 1L, 1, int.MaxValue - 1)]
    public void A_clip_has_seconds_unless_its_numbers_mean_nothing(long samples, int rate, double seconds) =>
        Parse<WorkerMessage.Done>($$"""{"t":"done","id":1,"samples":{{samples}},"sample_rate":{{rate}},"sha256":"","finish":"eos"}""")
            .Seconds.ShouldBe(seconds);

    [Theory]
    [InlineData("""{"t":"done","id":1,"samples":3,"sample_rate":1,"sha256":"","finish":"eos","peak_gib":1e999}""")]
    [InlineData("""{"t":"done","id":1,"samples":3,"sample_rate":1,"sha256":"","finish":"eos","words":[{"i":0,"start":0,"end":1e999}]}""")]
    [InlineData("""{"t":"heard","id":1,"words":[{"i":0,"start":-1e999,"end":0}]}""")]
    [InlineData("""{"t":"heard","id":1,"words":[null]}""")]
    [InlineData("""{"t":"progress","batch":1,"frames":1e999}""")]
    [InlineData("""{"t":"done","id":1,"samples":3,"sample_rate":1,"sha256":""}""")]
    public void A_number_that_is_too_large_or_a_field_that_is_missing_breaks_the_protocol(string line) =>
        Should.Throw<ProtocolException>(() => WorkerMessage.Parse(Encoding.UTF8.GetBytes(line)));

    [Fact]
    public void A_line_that_is_no_UTF_8_breaks_the_protocol()
    {
        byte[] line = [.. "{\"t\":\"ready\",\"engine\":{\"a\":\""u8, 0xFF, .. "\"}}"u8];

        Should.Throw<ProtocolException>(() => WorkerMessage.Parse(line));
    }

    private static T Parse<T>(string line)
        where T : class => (T)(object)WorkerMessage.Parse(Encoding.UTF8.GetBytes(line))!;
}
