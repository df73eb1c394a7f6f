using System.Globalization;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Script.Diagnostics;
using Answer = FlamingHorse.Narration.Synthesis.Tests.Backends.FakeSpeechServer.Answer;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

/// <summary>What each kind of speech server is asked, and what its answers mean.</summary>
public sealed class DialectTests : HttpSpeakerTest
{
    [Fact]
    public async Task OpenAi_is_asked_for_a_wav_in_its_own_voice()
    {
        using var server = new FakeSpeechServer(_ => Good);
        Variables["NARRATION_HTTP_API_KEY"] = "sk-secret";
        await Speak(server, "openai", Request("tts-1#alloy"));

        var asked = server.Requests.ShouldHaveSingleItem();
        asked.Line.ShouldBe("POST /v1/audio/speech HTTP/1.1");
        asked.Headers["Authorization"].ShouldBe("Bearer sk-secret");
        asked.Body.EnumerateObject().Select(field => field.Name).ShouldBe(["model", "input", "voice", "response_format"]);
        (asked.Text("model"), asked.Text("voice"), asked.Text("response_format")).ShouldBe(("tts-1", "alloy", "wav"));
        Sink.Clips.ShouldHaveSingleItem().Record.Seed.ShouldBeNull();
    }

    [Fact]
    public async Task VllmOmni_gets_the_reference_cut_and_inside_the_request_and_a_seed()
    {
        using var server = new FakeSpeechServer(_ => Good);
        var path = Folder["ref.wav"];
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
        var failure = Sink.Failures.ShouldHaveSingleItem();
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
}
