using System.Text;
using System.Text.Json;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Connection;

/// <summary>The lines that a worker gets; a field that says nothing is left out.</summary>
public sealed class HostMessageTests : IDisposable
{
    private static readonly Voice _voice = Requests.Voice("mlx", model: "m") with { Speed = 1.25 };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Init_names_model_limit_and_voices()
    {
        var init = Parse(HostMessage.Init("hub/m", [_voice], Requests.Options("mlx", _folder)));

        init.ShouldBe(
            """{"t":"init","proto":1,"model":"hub/m","allow_download":false,"memory_limit_gib":15,"voices":"""
                + """[{"name":"narrator","allow_long_reference":false}]}"""
        );
    }

    [Fact]
    public void A_folder_of_the_model_stands_for_its_name_and_folders_of_models_are_told()
    {
        var options = Requests.Options("mlx", _folder) with { ModelFolders = ["/models"] };
        var line = HostMessage.Init("hub/m", [_voice, _voice with { Name = "second", ModelFolder = "/m" }], options);

        var init = JsonDocument.Parse(line).RootElement;
        init.GetProperty("model").GetString().ShouldBe("/m");
        init.GetProperty("models")[0].GetString().ShouldBe("/models");
    }

    [Fact]
    public void Only_a_worker_that_times_words_gets_model_and_pace_and_it_gets_no_cap()
    {
        var (timed, other) = (Synth(timesWords: true), Synth(timesWords: false));

        (timed.GetProperty("model").GetString(), timed.GetProperty("speed").GetDouble()).ShouldBe(("m", 1.25));
        timed.GetProperty("items")[0].TryGetProperty("max_frames", out _).ShouldBeFalse();
        other.TryGetProperty("model", out _).ShouldBeFalse();
        other.TryGetProperty("speed", out _).ShouldBeFalse();
        other.GetProperty("items")[0].GetProperty("max_frames").GetInt32().ShouldBe(40);
        other.GetProperty("language").GetString().ShouldBe("english");
    }

    [Fact]
    public void Phonemes_of_words_and_of_letters_are_told_with_their_tokens()
    {
        var item = Synth(say: [new(0, 2, "a b")], letters: [new(3, 1, "c")]).GetProperty("items")[0];

        item.GetProperty("say").GetRawText().ShouldBe("""[{"i":0,"n":2,"phones":"a b"},{"i":3,"n":1,"phones":"c"}]""");
        Synth(letters: [new(3, 1, "c")]).GetProperty("items")[0].GetProperty("say").GetArrayLength().ShouldBe(1);
        Synth().GetProperty("items")[0].TryGetProperty("say", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_listener_gets_the_voices_that_have_a_reference()
    {
        var setup = new ProtocolSetup(
            "ears",
            new("program", []) { Environment = new Dictionary<string, string>(), WorkingDirectory = "/" },
            HeardParts.All
        )
        {
            Model = "whisper",
        };

        Parse(HostMessage.InitListener(setup with { Voices = [_voice] }))
            .ShouldBe("""{"t":"init","proto":1,"allow_download":false,"memory_limit_gib":15,"recognizer":{"model":"whisper"}}""");
        Parse(
                HostMessage.InitListener(
                    setup with
                    {
                        ModelFolders = ["/models"],
                        Voices = [_voice, _voice with { Name = "cloned", ReferenceAudio = "/ref.wav" }],
                    }
                )
            )
            .ShouldBe(
                """{"t":"init","proto":1,"allow_download":false,"memory_limit_gib":15,"models":["/models"],"recognizer":"""
                    + """{"model":"whisper"},"voices":[{"name":"cloned","ref_audio":"/ref.wav","allow_long_reference":false}]}"""
            );
    }

    private JsonElement Synth(
        bool timesWords = false,
        IReadOnlyList<Pronunciation>? say = null,
        IReadOnlyList<Pronunciation>? letters = null
    )
    {
        var request = Requests.For("a", "One two three x.", _voice) with { Say = say ?? [], Letters = letters ?? [] };
        var batch = new Batch(1, [new BatchItem(7, new Job(request, request), 0, 40, _folder["7.wav"])]);
        return JsonDocument.Parse(HostMessage.Synth(batch, timesWords)).RootElement;
    }

    /// <summary>One line, without its end.</summary>
    private static string Parse(byte[] line)
    {
        line[^1].ShouldBe((byte)'\n');
        return Encoding.UTF8.GetString(line[..^1]);
    }
}
