using System.Text.Json;
using FlamingHorse.Narration.Speech.Hearing;
using FlamingHorse.Narration.Speech.Tests.Protocol;
using FlamingHorse.Narration.Speech.Tests.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Hearing;

/// <summary>The program with Whisper tiny.en, listening to its own voice.</summary>
public sealed class ListenTests : IDisposable
{
    private const string Text = "Each entry sums the products of a row and a column.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_hears_what_it_says_and_how_a_difference_is_pronounced()
    {
        using var program = await BeginAsync();
        var path = await SpeakAsync(program, Text);
        program.Send(Listen((1, Text, path), (2, "Each entry sums the products of a row and a diagonal.", path)));

        var answers = await HeardAsync(program, 2);
        var right = answers[1];
        right.GetProperty("transcript").GetString().ShouldBe(Text);
        right.GetProperty("phones").GetArrayLength().ShouldBe(0);
        var recognizer = right.GetProperty("recognizer");
        recognizer.GetProperty("name").GetString().ShouldBe("whisper");
        recognizer.GetProperty("revisions")[0].GetString().ShouldNotBeNull().Length.ShouldBe(64);
        var wrong = answers[2];
        wrong.GetProperty("transcript").GetString().ShouldBe(Text, "the text is not told to the recognizer");
        wrong.GetProperty("phones").GetRawText().ShouldBe("""[{"text":[10,11],"heard":[10,11],"a":"dIˈæɡənᵊl","b":"kˈɑləm"}]""");
    }

    [Fact]
    public async Task Every_take_of_a_batch_is_answered_once_whatever_is_wrong_with_the_others()
    {
        using var program = await BeginAsync();
        var path = await SpeakAsync(program, Text);
        var noWav = _folder["no.wav"];
        await File.WriteAllTextAsync(noWav, "no sound");
        program.Send(Listen((1, Text, path), (2, Text, _folder["none.wav"]), (3, Text, noWav), (4, "", path)));

        var answers = await HeardAsync(program, 4);
        answers
            .Select(answer => (answer.Key, answer.Value.GetProperty("t").GetString()))
            .OrderBy(answer => answer.Key)
            .ShouldBe([(1, "heard"), (2, "error"), (3, "error"), (4, "heard")]);
        answers[2].GetProperty("code").GetString().ShouldBe("bad_input");
    }

    [Fact]
    public async Task A_word_of_half_a_second_is_heard()
    {
        using var program = await BeginAsync();
        var path = await SpeakAsync(program, "Seven.");
        program.Send(Listen((1, "Seven.", path)));
        (await HeardAsync(program, 1))[1]
            .GetProperty("transcript")
            .GetString()
            .ShouldNotBeNull()
            .ShouldBeOneOf("Seven.", "7", "7.", "seven");
    }

    [Fact]
    public async Task A_language_other_than_the_models_is_an_error_for_that_take()
    {
        using var program = await BeginAsync();
        var path = await SpeakAsync(program, Text);
        program.Send(Listen("german", (1, Text, path)));
        var error = (await HeardAsync(program, 1))[1];
        error.GetProperty("message").GetString().ShouldNotBeNull().ShouldContain("does not hear german");
    }

    [Fact]
    public async Task Beside_another_voice_it_only_listens_and_loads_no_voice()
    {
        var model = WhisperModel.Require();
        using var program = new SpeechProgram();
        await program.ReadAsync("hello");
        program.Send(
            JsonSerializer.Serialize(
                new
                {
                    t = "init",
                    proto = 1,
                    recognizer = new { model },
                }
            )
        );
        var ready = await program.ReadAsync();
        ready.GetProperty("t").GetString().ShouldBe("ready");
        ready.GetProperty("hears")[0].GetString().ShouldBe("english");
        ready.TryGetProperty("speaks", out _).ShouldBeFalse();
        ready.GetProperty("engine").TryGetProperty("model_sha256", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("/none.bin", "no model at")]
    [InlineData("text", "cannot be loaded")]
    public async Task A_file_that_is_not_a_model_is_reported(string file, string words)
    {
        var path = file == "text" ? _folder["model.bin"] : file;
        if (file == "text")
        {
            await File.WriteAllTextAsync(path, new string('x', 4096));
        }

        using var program = new SpeechProgram();
        await program.ReadAsync("hello");
        program.Send(
            JsonSerializer.Serialize(
                new
                {
                    t = "init",
                    proto = 1,
                    recognizer = new { model = path },
                }
            )
        );
        var error = await program.ReadAsync();
        error.GetProperty("code").GetString().ShouldBe("no_model");
        error.GetProperty("message").GetString().ShouldNotBeNull().ShouldContain(words);
        (await program.ExitCodeAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_short_context_hears_what_the_whole_window_hears()
    {
        var ear = Ear.Load(WhisperModel.Require());
        using (ear)
        {
            var clip = SharedVoice.Speaker.Speak(new(Text, [], 1, Seed: 1), _ => { }, default);
            var samples = new float[clip.Samples.Length];
            for (var i = 0; i < samples.Length; i++)
            {
                samples[i] = clip.Samples[i] / 32768f;
            }

            var sound = HeardSound.Of(samples, 24000);
            var quick = (await ear.HearAsync(sound, "english", isShort: true, default)).Text;
            quick.ShouldBe((await ear.HearAsync(sound, "english", isShort: false, default)).Text);
        }
    }

    [Fact]
    public async Task A_phrase_said_twice_that_Whisper_writes_once_is_heard_again_from_its_middle()
    {
        using var program = await BeginAsync();
        const string text = "Half of the students write down the wrong answer.";
        var path = await SpeakAsync(program, "Half of the students write down the write down the wrong answer.");
        program.Send(Listen((1, text, path)));

        var heard = (await HeardAsync(program, 1))[1].GetProperty("transcript").GetString()!;

        heard.Split("rite down").Length.ShouldBe(3, heard);
    }

    [Fact]
    public async Task A_sound_longer_than_one_window_is_heard_to_its_end()
    {
        using var ear = Ear.Load(WhisperModel.Require());
        var text = string.Join(' ', Enumerable.Repeat(Text + " We call this point the center of the circle.", 6));
        var clip = SharedVoice.Speaker.Speak(new(text, [], 1, Seed: 1), _ => { }, default);
        clip.Samples.Length.ShouldBeGreaterThan(31 * clip.SampleRate);

        var heard = await ear.HearAsync(clip);

        heard.Split("center of the circle").Length.ShouldBe(7, heard);
        heard.Split("a row and a column").Length.ShouldBe(7, heard);
    }

    private static async Task<SpeechProgram> BeginAsync()
    {
        var model = WhisperModel.Require();
        var program = new SpeechProgram();
        await program.ReadAsync("hello");
        program.Send(
            JsonSerializer.Serialize(
                new
                {
                    t = "init",
                    proto = 1,
                    model = "heart",
                    recognizer = new { model },
                }
            )
        );
        (await program.ReadAsync()).GetProperty("t").GetString().ShouldBe("ready");
        return program;
    }

    private async Task<string> SpeakAsync(SpeechProgram program, string text)
    {
        var path = _folder["take.wav"];
        program.Send(HostMessages.Synth(1, [(1, text, path)]));
        await program.ReadAsync("done");
        return path;
    }

    private static string Listen(params (int Id, string Text, string Audio)[] items) => Listen("english", items);

    private static string Listen(string language, params (int Id, string Text, string Audio)[] items) =>
        JsonSerializer.Serialize(
            new
            {
                t = "listen",
                batch = 2,
                language,
                items = items.Select(item => new
                {
                    id = item.Id,
                    text = item.Text,
                    audio = item.Audio,
                }),
            }
        );

    private static async Task<Dictionary<int, JsonElement>> HeardAsync(SpeechProgram program, int count)
    {
        var answers = new Dictionary<int, JsonElement>();
        while (answers.Count < count)
        {
            var answer = await program.ReadAsync("heard", "error");
            answers.Add(answer.GetProperty("id").GetInt32(), answer);
        }

        return answers;
    }
}
