using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Http;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using Answer = FlamingHorse.Narration.Synthesis.Tests.Backends.FakeSpeechServer.Answer;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

/// <summary>Segments spoken by a speech server of these tests.</summary>
public abstract class HttpSpeakerTest : IDisposable
{
    private protected static byte[] Wav { get; } = WavFile.Write(Signals.Tone(3).Then(Signals.Silence(0.1)));

    private protected static Answer Good { get; } = new(200, Wav);

    private protected TemporaryFolder Folder { get; } = new();

    private protected RecordingSink Sink { get; } = new();

    private protected Dictionary<string, string> Variables { get; } = [];

    private protected RetryPolicy Retries { get; set; } =
        new(4, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30));

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static SynthesisRequest Request(string model, string text = "Three seconds of tone stand for this.") =>
        Requests.For(text, text, Requests.Voice("http", model: model), seconds: 3);

    private protected Task Speak(FakeSpeechServer server, string dialect, params SynthesisRequest[] requests) =>
        Speak(server, dialect, Sink, requests);

    private protected Task Speak(FakeSpeechServer server, string dialect, RecordingSink sink, params SynthesisRequest[] requests) =>
        Speak(server.Url, dialect, sink, requests);

    private protected Task Speak(string url, string dialect, RecordingSink sink, params SynthesisRequest[] requests)
    {
        var options = Requests.Options("http", Folder) with { Endpoint = url, EndpointDialect = dialect };
        var synthesizer = new SpeakerSynthesizer(
            () => new HttpSpeaker(options, Retries, Variables.GetValueOrDefault),
            new TakeJudge(new ClipJudge(), [])
        );
        return synthesizer.RunAsync(requests, sink, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));
    }
}
