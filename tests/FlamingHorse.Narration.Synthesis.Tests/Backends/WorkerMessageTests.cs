using System.Text;
using CsCheck;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

/// <summary>A worker is a program of anybody's: what it says is a message, or breaks the protocol, and nothing else.</summary>
public class WorkerMessageTests
{
    private static readonly string[] _sound =
    [
        """{"t":"hello","proto":1,"worker":"w","version":"1","caps":["batch","words"],"missin"""
            + """g":[{"cap":"ears","code":"FHN2049","message":"m"}]}""",
        """{"t":"ready","engine":{"mlx":"0.3","n":1,"x":[null]},"sample_rate":24000,"load_m"""
            + """s":1.5,"max_batch":8,"voices":[{"name":"a","max_batch":2}]}""",
        """{"t":"ready","warnings":[{"finding":"FHN2020","message":"m"}],"hears":["English"],"missi"""
            + """ng":[],"likeness":{"a":{"own":0.9},"b":{"own":null}}}""",
        """{"t":"started","batch":3}""",
        """{"t":"progress","batch":3,"frames":12.5}""",
        """{"t":"done","id":1,"frames":2,"samples":3,"sample_rate":24000,"sha256":"ab","finish":"eo"""
            + """s","words":[{"i":0,"start":0.1,"end":0.2}],"speech":[0,3]}""",
        """{"t":"done","id":1,"samples":3,"sample_rate":24000,"sha256":"","finish":"length","peak_g"""
            + """ib":1.5,"unread":[{"i":0,"text":"x"}]}""",
        """{"t":"heard","id":1,"transcript":"a","words":null,"similarity":0.5,"phones":[{"tex"""
            + """t":[0,1],"heard":[0,1],"a":"x","b":"y"}],"recognizer":{"name":"n","models":["m"]}}""",
        """{"t":"error","id":4,"code":"oom","retryable":true,"message":"m","cure":"c","finding":"FHN2001"}""",
        """{"t":"something new","a":[null]}""",
    ];

    private static readonly Gen<byte[]> _lines = Gen.Select(
            Gen.OneOf(_sound),
            Gen.Select(
                Gen.Int[0, 3],
                Gen.Int[0, 10_000],
                Gen.OneOf(
                    "null",
                    "\"\"",
                    "[]",
                    "{}",
                    "-1",
                    "1e999",
                    "99999999999999999999",
                    "\\ud800",
                    "\"",
                    ",",
                    "]",
                    "}",
                    "true",
                    "[null]",
                    "0"
                )
            ).Array[0, 4]
        )
        .Select((line, damages) => Encoding.UTF8.GetBytes(damages.Aggregate(line, Damage)));

    [Fact]
    public void Every_kind_of_message_is_read()
    {
        _sound.Select(line => WorkerMessage.Parse(Encoding.UTF8.GetBytes(line))).Count(message => message is not null).ShouldBe(9);
    }

    [Theory]
    [InlineData("""{"t":"hello","proto":1,"caps":null}""")]
    [InlineData("""{"t":"hello","proto":1,"caps":[null]}""")]
    [InlineData("""{"t":"hello","proto":1,"worker":null}""")]
    [InlineData("""{"t":"ready","engine":null}""")]
    [InlineData("""{"t":"ready","voices":[null]}""")]
    [InlineData("""{"t":"ready","warnings":null}""")]
    [InlineData("""{"t":"ready","likeness":{"a":null}}""")]
    [InlineData("""{"t":"done","id":1,"samples":3,"sample_rate":24000,"sha256":null,"finish":"eos"}""")]
    [InlineData("""{"t":"done","id":1,"samples":3,"sample_rate":24000,"sha256":"","finish":"eos","words":[null]}""")]
    [InlineData("""{"t":"heard","id":1,"phones":[null]}""")]
    [InlineData("""{"t":"heard","id":1,"phones":[{"text":[0,1],"heard":[0,1],"a":"x"}]}""")]
    [InlineData("""{"t":"heard","id":1,"recognizer":null}""")]
    [InlineData("""{"t":"error","message":null}""")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void Null_where_a_value_is_required_breaks_the_protocol(string line) =>
        Should.Throw<ProtocolException>(() => WorkerMessage.Parse(Encoding.UTF8.GetBytes(line)));

    [Fact]
    public void Whatever_a_worker_writes_is_a_message_or_breaks_the_protocol() =>
        Properties.Holds("worker messages, damaged", _lines, line => Use(line), few: 3_000);

    private static void Use(byte[] line)
    {
        try
        {
            switch (WorkerMessage.Parse(line))
            {
                case WorkerMessage.Hello hello:
                    hello.Caps.All(cap => cap.Length >= 0).ShouldBeTrue();
                    break;
                case WorkerMessage.Ready ready:
                    ready.Versions(new(1)).All(version => version.Value.Length >= 0).ShouldBeTrue();
                    ready.Voices.All(voice => voice.Name.Length >= 0).ShouldBeTrue();
                    break;
                case WorkerMessage.Done done:
                    double.IsFinite(done.Seconds).ShouldBeTrue();
                    (done.Words ?? []).All(word => word.I <= int.MaxValue).ShouldBeTrue();
                    break;
                case WorkerMessage.Heard heard:
                    heard.Phones.All(phones => phones.Text.Count >= 0 && phones.A.Length >= 0).ShouldBeTrue();
                    break;
            }
        }
        catch (ProtocolException)
        {
            // That is what it is for.
        }
    }

    private static string Damage(string line, (int Kind, int At, string Put) damage)
    {
        var at = damage.At % (line.Length + 1);
        // Values are worth more than letters: most damage replaces one.
        var colon = line.IndexOf(':', Math.Min(at, line.Length));
        var end = colon < 0 ? -1 : line.IndexOfAny([',', '}', ']'], colon);
        return damage.Kind switch
        {
            0 => line.Insert(at, damage.Put),
            1 when at < line.Length => line.Remove(at, 1),
            _ when end > 0 => line[..(colon + 1)] + damage.Put + line[end..],
            _ => line,
        };
    }
}
