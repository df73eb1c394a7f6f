using System.Text.Json;

namespace FlamingHorse.Narration.Speech.Protocol.Preparing;

/// <summary>The rows of <c>--prepare</c>, passed on as they come; the form is the Python worker's.</summary>
internal sealed class Report(Channel channel)
{
    private readonly List<Action<Utf8JsonWriter>> _result = [];

    /// <summary>Whether any row is an error.</summary>
    public bool HasFailed { get; private set; }

    public void Pass(string code, string name, string detail) => Add(code, name, "ok", detail, "");

    public void Fail(string code, string name, string detail, string cure)
    {
        HasFailed = true;
        Add(code, name, "error", detail, cure);
    }

    /// <summary>Reports a check that was skipped because of another, so that the table always has every row.</summary>
    public void Skip(string code, string name, string why, string cure) => Add(code, name, "skipped", $"not checked: {why}", cure);

    /// <summary>Sends a line that Flaming Horse's programs look for.</summary>
    public void Signal(string text) => channel.Send("signal", json => json.WriteString("text", text));

    /// <summary>Adds fields to the result, which is the last row.</summary>
    public void AddToResult(Action<Utf8JsonWriter> fields) => _result.Add(fields);

    public void Conclude(double seconds) => channel.Send("result", json =>
        {
            json.WriteBoolean("ok", !HasFailed);
            json.WriteNumber("prepared_in_seconds", Math.Round(seconds, 3));
            foreach (var write in _result)
            {
                write(json);
            }
        });

    private void Add(string code, string name, string severity, string detail, string cure) => channel.Send("check", json =>
        {
            json.WriteString("code", code);
            json.WriteString("name", name);
            json.WriteBoolean("ok", severity == "ok");
            json.WriteString("severity", severity);
            json.WriteString("detail", detail);
            json.WriteString("cure", cure);
        });
}
