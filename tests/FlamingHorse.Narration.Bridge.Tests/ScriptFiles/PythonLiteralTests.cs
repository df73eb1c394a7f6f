using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using CsCheck;
using FlamingHorse.Narration.Engine.Scripts.Python;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Bridge.Tests.ScriptFiles;

/// <summary>Literals against Python's own <c>ast.literal_eval</c>: one process is asked many at a time.</summary>
public sealed class PythonLiteralTests : IDisposable
{
    private const int AtOnce = 200;

    // A line is the UTF-8 of a dictionary in hexadecimal digits, the answer its UTF-16 in the same way, or "no" for what is no text.
    private const string Oracle = """
        import ast, sys, warnings
        warnings.simplefilter("ignore")
        for line in sys.stdin:
            try:
                script = ast.literal_eval(bytes.fromhex(line).decode())
                value = script["a"] if isinstance(script, dict) and list(script) == ["a"] else None
            except (SyntaxError, TypeError, ValueError):
                value = None
            print(value.encode("utf-16-le", "surrogatepass").hex() + "." if isinstance(value, str) else "no", flush=line[:1] == " ")
        """;

    private static readonly Gen<string> _piece = Gen.OneOf(
        Gen.OneOf("a", "é", "한", "😀", " ", "\t", "#", "{", "}", "(", ")", ",", ";", "n", "u", "x", "0", "7", "9"),
        Gen.OneOf("\\n", "\\r", "\\t", "\\a", "\\b", "\\f", "\\v", "\\\\", "\\'", "\\\"", "\\q", "\\8", "\\ ", "\\é"),
        Gen.OneOf("\\x41", "\\xe9", "\\x4", "\\u00e9", "\\ud83d\\ude00", "\\ud800", "\\u12", "\\U0001F40E", "\\U00110000", "\\U0000004"),
        Gen.OneOf(
            "\\0",
            "\\7",
            "\\12",
            "\\101",
            "\\377",
            "\\777",
            "\\18",
            "\\\n",
            "\\\r\n",
            "\n",
            "\r\n",
            "\r",
            "'",
            "\"",
            "''",
            "\"\"",
            "\\"
        )
    );

    private static readonly Gen<string> _literal = Gen.Select(
            Gen.OneOf("", "", "", "r", "R", "u", "U", "b", "f", "rb", "ur", "rr", "fR"),
            Gen.OneOf("'", "\"", "'''", "\"\"\""),
            _piece.Array[0, 6]
        )
        .Select((prefix, quotes, pieces) => prefix + quotes + string.Concat(pieces) + quotes);

    private static readonly Gen<string> _value = Gen.OneOf(
        _literal,
        Gen.Select(_literal, Gen.OneOf(" ", "", "\t"), _literal).Select((left, space, right) => left + space + right),
        Gen.Select(_literal, Gen.OneOf("\n", " # why\n", "\\\n"), _literal).Select((left, space, right) => $"({left}{space}{right})")
    );

    private readonly Process _python = Start();

    public void Dispose()
    {
        _python.StandardInput.Close();
        _python.WaitForExit();
        _python.Dispose();
    }

    [Fact]
    [Trait("Needs", "python3")]
    public void Python_reads_every_accepted_literal_as_the_same_text() =>
        Properties.Holds(
            "Python literals against ast.literal_eval",
            _value.Array[AtOnce],
            values =>
            {
                var answers = Ask(values);
                for (var i = 0; i < values.Length; i++)
                {
                    Read(values[i]).ShouldBe(answers[i], Convert.ToHexStringLower(Encoding.UTF8.GetBytes(values[i])) + ": " + values[i]);
                }
            },
            few: 10,
            each: AtOnce
        );

    private static string Dictionary(string value) => $"{{\"a\": {value}\n}}";

    private static string? Read(string value)
    {
        var findings = new List<Finding>();
        var segments = PythonScript.Read("SCRIPT = " + Dictionary(value), "narration_script.py", findings);
        return findings.Count == 0 && segments.Count == 1 ? segments[0].Text : null;
    }

    private string?[] Ask(string[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            // A space before the last line asks for the answers to be flushed.
            _python.StandardInput.Write(
                (i + 1 == values.Length ? " " : "") + Convert.ToHexString(Encoding.UTF8.GetBytes(Dictionary(values[i]))) + "\n"
            );
        }

        _python.StandardInput.Flush();
        return [.. values.Select(_ => Decode(_python.StandardOutput.ReadLine()!))];
    }

    // Half of a surrogate pair stays one: no encoding takes it.
    private static string? Decode(string answer) =>
        answer == "no" ? null : new(MemoryMarshal.Cast<byte, char>(Convert.FromHexString(answer[..^1])));

    private static Process Start() =>
        Process.Start(new ProcessStartInfo("python3", ["-c", Oracle]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
}
