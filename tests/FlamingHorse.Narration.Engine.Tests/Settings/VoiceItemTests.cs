using FlamingHorse.Narration.Engine.Configuration;

namespace FlamingHorse.Narration.Engine.Tests.Settings;

public sealed class VoiceItemTests : SettingsTest
{
    [Fact]
    public void A_voice_item_adds_to_the_narrator()
    {
        Voices.Add(
            new("guest")
            {
                ReferenceAudio = "voices/guest.wav",
                ReferenceText = "voices/guest.txt",
                Start = "0:02",
                End = "1:00:14",
                Model = "m",
                Language = "German",
                Temperature = "0.8",
                TopK = "40",
                TopP = "0.9",
                Seed = "42",
                AllowLongReference = "true",
            }
        );

        var settings = Read();

        settings.Voices.Keys.ShouldBe(["guest", "narrator"], ignoreOrder: true);
        var guest = settings.Voices["GUEST"];
        guest.ReferenceAudio.ShouldBe(Path.Combine(Project, "voices", "guest.wav"));
        guest.ReferenceText.ShouldBe(Path.Combine(Project, "voices", "guest.txt"));
        guest.Cut.ShouldBe(new(TimeSpan.FromSeconds(2), new TimeSpan(1, 0, 14)));
        guest.Sampling.ShouldBe(new(0.8, 40, 0.9, 42));
        guest.AllowLongReference.ShouldBeTrue();
        Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Start", "two")]
    [InlineData("Start", "0:75")]
    [InlineData("Temperature", "0")]
    [InlineData("TopK", "1.5")]
    [InlineData("TopP", "1.1")]
    [InlineData("Seed", "-3")]
    [InlineData("Language", "de")]
    [InlineData("AllowLongReference", "perhaps")]
    public void An_invalid_voice_item_is_reported_at_its_place(string metadata, string value)
    {
        var item = new VoiceItem("guest") { Place = new("Lesson.csproj", 12, 5) };
        Voices.Add(
            metadata switch
            {
                "Start" => item with { Start = value },
                "Temperature" => item with { Temperature = value },
                "TopK" => item with { TopK = value },
                "TopP" => item with { TopP = value },
                "Seed" => item with { Seed = value },
                "Language" => item with { Language = value },
                _ => item with { AllowLongReference = value },
            }
        );

        Read();

        var finding = Findings.ShouldHaveSingleItem();
        finding.Kind.Code.ShouldBe("FHN2020");
        finding.Place.ShouldBe(new("Lesson.csproj", 12, 5));
        finding.Message.ShouldContain($"{metadata} of NarrationVoice \"guest\" is \"{value}\"");
    }
}
