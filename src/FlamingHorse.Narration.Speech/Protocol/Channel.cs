using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;

namespace FlamingHorse.Narration.Speech.Protocol;

/// <summary>Sends messages to the host: one JSON object per line, each written completely, from any thread.</summary>
/// <param name="output">Nothing else is written to it.</param>
/// <param name="hostIsGone">Called when the host no longer reads; it then needs neither an answer nor a worker.</param>
internal sealed class Channel(Stream output, Action hostIsGone)
{
    private static readonly JsonWriterOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _writing = new();
    private readonly ArrayBufferWriter<byte> _line = new(4096);

    /// <param name="kind">The message's <c>t</c>.</param>
    /// <param name="writeFields">Its other fields.</param>
    public void Send(string kind, Action<Utf8JsonWriter> writeFields)
    {
        lock (_writing)
        {
            _line.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(_line, _plain))
            {
                json.WriteStartObject();
                json.WriteString("t", kind);
                writeFields(json);
                json.WriteEndObject();
            }

            _line.Write("\n"u8);
            try
            {
                output.Write(_line.WrittenSpan);
                output.Flush();
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                hostIsGone();
            }
        }
    }

    /// <param name="fault">What went wrong.</param>
    /// <param name="id">The item's id; null for a fault of the whole worker.</param>
    public void SendError(Fault fault, long? id = null) => Send("error", json =>
        {
            if (id is { } item)
            {
                json.WriteNumber("id", item);
            }

            json.WriteString("code", CodeOf(fault.Code));
            json.WriteBoolean("retryable", fault.IsRetryable);
            json.WriteString("message", fault.Message);
            if (fault.Cure.Length > 0)
            {
                json.WriteString("cure", fault.Cure);
            }
        });

    public static string CodeOf(FaultCode code) =>
        code switch
        {
            FaultCode.BadInput => "bad_input",
            FaultCode.NoAudio => "no_audio",
            FaultCode.NoModel => "no_model",
            FaultCode.NoDevice => "no_device",
            FaultCode.OutOfMemory => "oom",
            FaultCode.Cancelled => "cancelled",
            _ => "internal",
        };
}
