using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Tests.Settings;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

/// <summary>Which backend speaks where the project names none, as a table.</summary>
public sealed class BackendChoiceTests : SettingsTest
{
    [Theory]
    // A fresh project.
    [InlineData("", "", "mlx")]
    [InlineData("speech", "", "neural")]
    [InlineData("speech property=system", "", "system")]
    [InlineData("speech variable=system", "", "system")]
    // Somebody means to clone a voice.
    [InlineData("speech directory", "", "mlx")]
    [InlineData("speech directory-variable", "", "mlx")]
    [InlineData("speech env-file-directory", "", "mlx")]
    [InlineData("speech config", "", "mlx")]
    [InlineData("speech item", "", "mlx")]
    [InlineData("speech item-without-reference", "", "neural")]
    // The lock has spoken: adding the package, for its recognizer or anything else, changes no voice.
    [InlineData("speech", "mlx", "mlx")]
    [InlineData("speech", "system", "mlx")]
    [InlineData("speech", "mlx neural", "mlx")]
    [InlineData("speech directory", "mlx", "mlx")]
    [InlineData("speech variable=system", "mlx", "system")]
    [InlineData("speech", "recording", "neural")]
    // What the voice has spoken stays its own, on every machine, with the package or without.
    [InlineData("speech", "neural", "neural")]
    [InlineData("", "neural", "neural")]
    [InlineData("speech variable=mlx", "neural", "neural")]
    [InlineData("speech directory-variable", "neural", "neural")]
    [InlineData("speech env-file-directory", "neural", "neural")]
    [InlineData("speech", "neural recording", "neural")]
    // Unless the project itself says otherwise.
    [InlineData("speech property=mlx", "neural", "mlx")]
    [InlineData("speech directory", "neural", "mlx")]
    [InlineData("speech config", "neural", "mlx")]
    [InlineData("speech item", "neural", "mlx")]
    [InlineData("speech item variable=system", "neural", "system")]
    [InlineData("speech config directory-variable", "neural", "mlx")]
    public void The_backend_follows_from_project_machine_and_lock(string configured, string locked, string expected)
    {
        foreach (var part in configured.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Configure(part);
        }

        var voices = locked
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(backend => new LockedVoice
            {
                Backend = backend,
                Model = "",
                Language = "English",
            });

        BackendChoice.Decide(Read(), voices).Backend.ShouldBe(expected);
        Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_decision_is_not_made_twice()
    {
        Configure("speech");
        var decided = BackendChoice.Decide(Read(), []);

        BackendChoice
            .Decide(
                decided,
                [
                    new LockedVoice
                    {
                        Backend = "mlx",
                        Model = "",
                        Language = "",
                    },
                ]
            )
            .Backend.ShouldBe("neural");
    }

    private void Configure(string part)
    {
        var value = part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..];
        switch (part.Split('=')[0])
        {
            case "speech":
                Properties["NarrationSpeechProgram"] = Folder["speech.dll"];
                break;
            case "property":
                Properties["NarrationBackend"] = value;
                break;
            case "variable":
                Variables["FLAMING_HORSE_TTS_BACKEND"] = value;
                break;
            case "directory":
                Properties["NarrationVoiceDirectory"] = "voice";
                break;
            case "directory-variable":
                Variables["FLAMING_HORSE_VOICE_REF_DIR"] = Folder["voice"];
                break;
            case "env-file-directory":
                Folder.Write("repo/lesson/.env", "FLAMING_HORSE_VOICE_REF_DIR=/voices/mine\n");
                break;
            case "config":
                Folder.Write("repo/lesson/voice_clone_config.json", """{"ref_audio":"ref.wav","ref_text":"ref.txt"}""");
                break;
            case "item":
                Voices.Add(new VoiceItem("guest") { ReferenceAudio = "guest.wav" });
                break;
            case "item-without-reference":
                Voices.Add(new VoiceItem("guest") { Speed = "0.9" });
                break;
            default:
                throw new ArgumentException(part, nameof(part));
        }
    }
}
