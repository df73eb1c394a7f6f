using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using FlamingHorse.Narration.Speech.Hearing;
using FlamingHorse.Narration.Speech.Models;
using FlamingHorse.Narration.Speech.Processes;
using FlamingHorse.Narration.Speech.Protocol;
using FlamingHorse.Narration.Speech.Protocol.Listening;
using FlamingHorse.Narration.Speech.Protocol.Speaking;
using FlamingHorse.Narration.Speech.Tests.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Protocol;

/// <summary>A host's side of a session that runs in this process, over real pipes.</summary>
public sealed class Conversation : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly AnonymousPipeServerStream _orders = new(PipeDirection.Out);
    private readonly AnonymousPipeServerStream _answers = new(PipeDirection.In);
    private readonly StringWriter _log = new();
    private readonly AnonymousPipeClientStream _input;
    private readonly StreamReader _lines;
    private readonly Task<int> _session;

    internal Conversation(Platform? platform = null, EarSupport? support = null)
    {
        _input = new AnonymousPipeClientStream(PipeDirection.In, _orders.ClientSafePipeHandle);
        var output = new AnonymousPipeClientStream(PipeDirection.Out, _answers.ClientSafePipeHandle);
        var channel = new Channel(output, () => { });
        var log = TextWriter.Synchronized(_log);
        var part = new SpeakingPart(channel, platform ?? Platform.Current, new VoiceLoader(_ => new ReferenceReader()), new([], null), log);
        var ears = new ListeningPart(channel, support ?? EarSupport.Current, _ => new ReferenceReader(), new([], null), log);
        _lines = new StreamReader(_answers);
        _session = Task.Factory.StartNew(
            () =>
            {
                using (output) // not the input: a thread still waits for more of it, as the process would
                {
                    return new Session(_input, channel, [part, ears], log).Run(() => { });
                }
            },
            TaskCreationOptions.LongRunning
        );
    }

    public Conversation()
        : this(null, null) { }

    /// <summary>What the session wrote for whoever looks for a fault.</summary>
    public string Log => _log.ToString();

    /// <summary>Greets and loads the voice.</summary>
    public async Task<JsonElement> BeginAsync(string init = """{"t":"init","proto":1,"model":"heart"}""")
    {
        await ReadAsync("hello");
        Send(init);
        return await ReadAsync();
    }

    public void Send(string line) => SendBytes(Encoding.UTF8.GetBytes(line + "\n"));

    public void SendBytes(byte[] bytes)
    {
        _orders.Write(bytes);
        _orders.Flush();
    }

    public void CloseInput() => _orders.Dispose();

    public async Task<JsonElement> ReadAsync(string? kind = null)
    {
        while (true)
        {
            var line = await _lines.ReadLineAsync().WaitAsync(_patience);
            line.ShouldNotBeNull($"the session ended; log: {Log}");
            var message = JsonDocument.Parse(line).RootElement;
            if (kind is null || Kind(message) == kind)
            {
                return message;
            }
        }
    }

    /// <summary>The answers to so many items, by id; progress is passed over, an item answered twice fails.</summary>
    public async Task<Dictionary<long, JsonElement>> ReadAnswersAsync(int count)
    {
        var answers = new Dictionary<long, JsonElement>();
        while (answers.Count < count)
        {
            var message = await ReadAsync();
            if (Kind(message) is "done" or "heard" or "error")
            {
                answers.Add(message.GetProperty("id").GetInt64(), message);
            }
        }

        return answers;
    }

    public Task<int> ExitCodeAsync() => _session.WaitAsync(_patience);

    public static string Kind(JsonElement message) => message.GetProperty("t").GetString()!;

    public void Dispose()
    {
        _orders.Dispose(); // the session sees the end of its input
        _session.Wait(_patience);
        _input.Dispose();
        _lines.Dispose();
        _answers.Dispose();
    }
}
