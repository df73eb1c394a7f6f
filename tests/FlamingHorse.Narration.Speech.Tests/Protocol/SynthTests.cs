using System.Security.Cryptography;
using System.Text.Json;
using FlamingHorse.Narration.Speech.Tests.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Protocol;

public sealed class SynthTests : IDisposable
{
    private static readonly IReadOnlyList<string> _texts = [.. ReferenceItem.All.Select(item => item.Text)];

    private readonly Conversation _conversation = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _conversation.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Hello_names_what_it_can_do()
    {
        var hello = await _conversation.ReadAsync("hello");

        hello.GetProperty("proto").GetInt32().ShouldBe(1);
        hello.GetProperty("worker").GetString().ShouldBe("neural");
        hello
            .GetProperty("caps")
            .EnumerateArray()
            .Select(cap => cap.GetString())
            .ShouldBe(["batch", "seed", "progress", "cancel", "words", "read", "listen"]);
    }

    [Fact]
    public async Task Ready_names_engine_model_and_language()
    {
        var ready = await _conversation.BeginAsync();

        Conversation.Kind(ready).ShouldBe("ready");
        ready.GetProperty("sample_rate").GetInt32().ShouldBe(24000);
        ready.GetProperty("max_batch").GetInt32().ShouldBeGreaterThanOrEqualTo(8);
        ready.GetProperty("speaks").EnumerateArray().Single().GetString().ShouldBe("english");
        var engine = ready.GetProperty("engine");
        engine.GetProperty("onnxruntime").GetString().ShouldBe("1.31.1");
        engine.GetProperty("model").GetString().ShouldBe("heart");
        engine.GetProperty("model_sha256").GetString().ShouldBe("def5d56c8d26af41df5451e31fe9406baa88f4ee4bd18d6d414ba1dd8713a7cb");
    }

    [Fact]
    public async Task A_clip_is_answered_with_its_file_words_and_speech()
    {
        await _conversation.BeginAsync();
        var path = _folder["a.wav"];

        _conversation.Send(HostMessages.Synth(3, [(7, _texts[0], path)]));

        (await _conversation.ReadAsync()).ToString().ShouldBe("""{"t":"started","batch":3}""");
        var progress = await _conversation.ReadAsync();
        (Conversation.Kind(progress), progress.GetProperty("batch").GetInt64()).ShouldBe(("progress", 3));
        var done = (await _conversation.ReadAnswersAsync(1))[7];
        var file = File.ReadAllBytes(path);
        var samples = ReferenceItem.All[0].Frames * 300;
        file.Length.ShouldBe(44 + 2 * samples);
        done.GetProperty("samples").GetInt32().ShouldBe(samples);
        done.GetProperty("sample_rate").GetInt32().ShouldBe(24000);
        done.GetProperty("frames").GetInt32().ShouldBe((samples + 1919) / 1920);
        done.GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(file)));
        done.GetProperty("finish").GetString().ShouldBe("eos");
        done.GetProperty("unread").GetArrayLength().ShouldBe(0);
        var words = done.GetProperty("words").EnumerateArray().ToList();
        words.Select(word => word.GetProperty("i").GetInt32()).ShouldBe(Enumerable.Range(0, 10));
        var speech = done.GetProperty("speech").EnumerateArray().Select(bound => bound.GetInt32() / 24000.0).ToList();
        words[0].GetProperty("start").GetDouble().ShouldBeGreaterThan(speech[0]);
        words[^1].GetProperty("end").GetDouble().ShouldBeLessThanOrEqualTo(speech[1] + 1e-4);
        Directory.GetFiles(_folder.Path).ShouldBe([path]);
    }

    [Fact]
    public async Task Bytes_depend_on_neither_batch_nor_order_nor_repetition()
    {
        await _conversation.BeginAsync();
        var alone = new Dictionary<int, string>();
        for (var i = 0; i < 8; i++)
        {
            alone[i] = (await SpeakAsync([i]))[i];
        }

        foreach (var pair in new[] { new[] { 0, 1 }, [3, 2], [4, 5], [7, 6] })
        {
            (await SpeakAsync(pair)).ShouldAllBe(clip => clip.Value == alone[clip.Key]);
        }

        (await SpeakAsync([.. Enumerable.Range(0, 8)])).ShouldAllBe(clip => clip.Value == alone[clip.Key]);
        (await SpeakAsync([.. Enumerable.Range(0, 8).Reverse()])).ShouldAllBe(clip => clip.Value == alone[clip.Key]);
        (await SpeakAsync([0], seed: 8))[0].ShouldNotBe(alone[0]);
    }

    [Fact]
    public async Task Other_languages_are_refused_one_by_one()
    {
        await _conversation.BeginAsync();

        _conversation.Send(HostMessages.Synth(1, [(1, _texts[0], _folder["a.wav"]), (2, _texts[1], _folder["b.wav"])], language: "german"));

        foreach (var error in (await _conversation.ReadAnswersAsync(2)).Values)
        {
            ShouldBeRefused(error, "bad_input", "speaks english, not german");
        }
    }

    [Fact]
    public async Task An_unknown_voice_is_refused_with_the_list()
    {
        await _conversation.BeginAsync();

        _conversation.Send(HostMessages.Synth(1, [(1, _texts[0], _folder["a.wav"])], model: "../heart"));

        ShouldBeRefused((await _conversation.ReadAnswersAsync(1))[1], "bad_input", "Voices here: heart.");
    }

    [Fact]
    public async Task A_text_without_a_sound_is_refused_for_good()
    {
        await _conversation.BeginAsync();

        _conversation.Send(HostMessages.Synth(1, [(1, "", _folder["a.wav"]), (2, "…", _folder["b.wav"])]));

        var answers = await _conversation.ReadAnswersAsync(2);
        ShouldBeRefused(answers[1], "no_audio", "nothing to say");
        ShouldBeRefused(answers[2], "no_audio", "nothing to say");
    }

    [Theory]
    [InlineData("""{"id":1,"out":"/nowhere/a.wav"}""", "no text")]
    [InlineData("""{"id":1,"text":"A"}""", "no 'out'")]
    [InlineData("""{"id":1,"text":5,"out":"a"}""", "cannot be read")]
    [InlineData("""{"id":1,"text":"\ud83d","out":"a"}""", "cannot be read")]
    [InlineData("""{"id":1,"text":"A","out":"a","say":[{"i":0,"n":0,"phones":"ɐ"}]}""", "stands for no token")]
    public async Task An_invalid_item_is_refused(string item, string why)
    {
        await _conversation.BeginAsync();

        _conversation.Send($$"""{"t":"synth","batch":1,"seed":1,"items":[{{item}}]}""");

        ShouldBeRefused((await _conversation.ReadAnswersAsync(1))[1], "bad_input", why);
    }

    [Fact]
    public async Task A_text_whose_answer_would_not_fit_a_line_is_refused()
    {
        await _conversation.BeginAsync();

        _conversation.Send(HostMessages.Synth(1, [(1, new string('a', 50_001), _folder["a.wav"])]));

        ShouldBeRefused((await _conversation.ReadAnswersAsync(1))[1], "bad_input", "50000 is the most");
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_an_internal_error()
    {
        await _conversation.BeginAsync();

        _conversation.Send(HostMessages.Synth(1, [(1, _texts[7], _folder["missing/a.wav"])]));

        var error = (await _conversation.ReadAnswersAsync(1))[1];
        error.GetProperty("code").GetString().ShouldBe("internal");
        error.GetProperty("retryable").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Read_is_answered_with_phonemes()
    {
        await _conversation.BeginAsync();

        _conversation.Send(
            JsonSerializer.Serialize(
                new
                {
                    t = "read",
                    id = 4,
                    texts = new[] { _texts[7], "" },
                }
            )
        );

        var phones = await _conversation.ReadAsync("phones");
        phones.GetProperty("id").GetInt32().ShouldBe(4);
        phones.GetProperty("phones").EnumerateArray().Select(text => text.GetString()).ShouldBe([ReferenceItem.All[7].Phonemes, ""]);
    }

    private static void ShouldBeRefused(JsonElement error, string code, string why)
    {
        Conversation.Kind(error).ShouldBe("error");
        error.GetProperty("code").GetString().ShouldBe(code);
        error.GetProperty("retryable").GetBoolean().ShouldBeFalse();
        error.GetProperty("message").GetString()!.ShouldContain(why);
    }

    /// <summary>The hashes of these texts as one batch.</summary>
    private async Task<Dictionary<int, string>> SpeakAsync(int[] texts, ulong seed = 7)
    {
        _conversation.Send(HostMessages.Synth(1, texts.Select(i => (i, _texts[i], _folder[$"{i}.wav"])), seed));
        var answers = await _conversation.ReadAnswersAsync(texts.Length);
        return answers.ToDictionary(pair => (int)pair.Key, pair => pair.Value.GetProperty("sha256").GetString()!);
    }
}
