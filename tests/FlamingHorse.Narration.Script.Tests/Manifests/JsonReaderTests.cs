using System.Globalization;
using System.Text.Json;
using CsCheck;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Script.Tests.Manifests;

/// <summary>Our reader against the runtime's.</summary>
public class JsonReaderTests
{
    private static readonly Gen<string> _space = Gen.OneOf("", "", "", " ", "\n", "\r\n\t");

    private static readonly Gen<string> _text = Gen.OneOf(
            "a",
            "é",
            "😀",
            "한",
            "/",
            " ",
            "\u007F",
            "\\n",
            "\\\"",
            "\\\\",
            "\\/",
            "\\b\\f\\r\\t",
            "\\u0041",
            "\\u00e9",
            "\\uD83D\\uDE00",
            "\\u0000"
        )
        .Array[0, 5]
        .Select(parts => $"\"{string.Concat(parts)}\"");

    private static readonly Gen<string> _leaf = Gen.OneOf(
        _text,
        Gen.Long.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Int[-20, 20].Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Double.Select(number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "0"),
        Gen.OneOf("null", "true", "false", "-0", "0.0", "1.5e+3", "1E-2", "9223372036854775807", "9223372036854775808")
    );

    private static readonly Gen<string> _json = Nested(Nested(Nested(_leaf)));

    private static readonly Gen<(string Json, int Kind, int At, string Put)> _damaged = Gen.Select(
        _json,
        Gen.Int[0, 2],
        Gen.Int[0, 10_000],
        Gen.OneOf("\"", "\\", ",", ":", "{", "}", "[", "]", "0", "-", "+", ".", "e", "t", "n", "\n", "\t", "\u00A0", "\\u12", "x", "//")
    );

    [Fact]
    public void The_runtime_reads_everything_that_it_reads_and_the_same_way() =>
        Properties.Holds(
            "JsonReader against System.Text.Json, sound texts",
            _json,
            json =>
            {
                using var document = JsonDocument.Parse(json);
                var reader = new JsonReader(json);
                Compare(reader, document.RootElement);
                reader.End();
            },
            few: 2_000
        );

    [Fact]
    public void It_refuses_exactly_what_the_runtime_refuses() =>
        Properties.Holds(
            "JsonReader against System.Text.Json, damaged texts",
            _damaged,
            drawn =>
            {
                var json = Damage(drawn.Json, drawn.Kind, drawn.At, drawn.Put);
                Reads(json).ShouldBe(RuntimeReads(json), json);
            },
            few: 4_000
        );

    [Theory]
    [InlineData("007")]
    [InlineData("+5")]
    [InlineData("-01")]
    [InlineData("00")]
    [InlineData("-")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("9223372036854775808")]
    public void What_is_not_a_JSON_integer_is_refused(string number) =>
        Should.Throw<FormatException>(() => new JsonReader(number).ReadNumber());

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData(" -12 ", -12)]
    [InlineData("100", 100)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void An_integer_is_read(string number, long value) => new JsonReader(number).ReadNumber().ShouldBe(value);

    private static Gen<string> Nested(Gen<string> inner) =>
        Gen.OneOf(
            inner,
            Gen.Select(_space, Gen.Select(_space, inner, _space).Array[0, 4])
                .Select((space, items) => $"[{space}{string.Join(",", items.Select(item => item.Item1 + item.Item2 + item.Item3))}]"),
            Gen.Select(_space, Gen.Select(Gen.OneOf("a", "b", "ü", ""), _space, inner, _space).Array[0, 4])
                .Select(
                    (space, items) =>
                        "{"
                        + space
                        + string.Join(",", items.Select(item => $"\"{item.Item1}\"{item.Item2}:{item.Item2}{item.Item3}{item.Item4}"))
                        + "}"
                )
        );

    private static string Damage(string json, int kind, int at, string put)
    {
        at %= json.Length;
        return kind switch
        {
            _ when char.IsSurrogate(json[at]) => json, // half of a pair is no UTF-8, which is what the runtime reads
            0 => json.Remove(at, 1),
            1 => json.Insert(at, put),
            _ => json.Remove(at, 1).Insert(at, put),
        };
    }

    private static void Compare(JsonReader reader, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                reader.BeginObject();
                foreach (var property in element.EnumerateObject())
                {
                    reader.NextMember().ShouldBe(property.Name);
                    Compare(reader, property.Value);
                }

                reader.NextMember().ShouldBeNull();
                break;
            case JsonValueKind.Array:
                reader.BeginArray();
                foreach (var item in element.EnumerateArray())
                {
                    reader.NextElement().ShouldBeTrue();
                    Compare(reader, item);
                }

                reader.NextElement().ShouldBeFalse();
                break;
            case JsonValueKind.String:
                reader.ReadString().ShouldBe(element.GetString());
                break;
            case JsonValueKind.Number when element.TryGetInt64(out var number):
                reader.ReadNumber().ShouldBe(number);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                reader.ReadBoolean().ShouldBe(element.GetBoolean());
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static bool Reads(string json)
    {
        try
        {
            var reader = new JsonReader(json);
            reader.Skip();
            reader.End();
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool RuntimeReads(string json)
    {
        // No file of ours has a member whose name needs an escape, so the reader knows none.
        try
        {
            using var document = JsonDocument.Parse(json);
            return !HasEscapedName(new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json)));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool HasEscapedName(Utf8JsonReader reader)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                return true;
            }
        }

        return false;
    }
}
