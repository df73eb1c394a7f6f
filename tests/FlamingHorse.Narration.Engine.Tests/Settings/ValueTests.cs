namespace FlamingHorse.Narration.Engine.Tests.Settings;

/// <summary>What a value may be.</summary>
public sealed class ValueTests : SettingsTest
{
    [Fact]
    public void The_PyTorch_backend_is_refused_by_name()
    {
        Variables["FLAMING_HORSE_TTS_BACKEND"] = "qwen";

        Read();

        var finding = Findings.ShouldHaveSingleItem();
        finding.Kind.Code.ShouldBe("FHN2002");
        finding.Message.ShouldContain("FLAMING_HORSE_TTS_BACKEND");
        finding.Message.ShouldContain("Use mlx");
    }

    [Theory]
    [InlineData("NarrationMissing", "Guess", "Synthesize, Error or Estimate")]
    [InlineData("NarrationMissing", "1", "Synthesize, Error or Estimate")]
    [InlineData("NarrationQuality", "Best", "Final, Draft or LongForm")]
    [InlineData("NarrationLockedMode", "yes", "true or false")]
    [InlineData("NarrationLoudness", "loud", "off")]
    [InlineData("NarrationLoudness", "-18,5", "off")]
    [InlineData("NarrationBatchSize", "0", "1 to 256")]
    [InlineData("NarrationBatchSize", "2.5", "1 to 256")]
    [InlineData("NarrationMemoryLimit", "-1", "GiB")]
    [InlineData("NarrationCacheLimit", "NaN", "GiB")]
    [InlineData("NarrationShard", "9/8", "k/n")]
    [InlineData("NarrationEndpointDialect", "soap", "openai, vllm-omni or mlx-audio")]
    [InlineData("NarrationLanguage", "en", "English")]
    [InlineData("NarrationRemoteCache", "ftp://x", "https")]
    public void An_invalid_value_is_reported_with_what_is_allowed(string property, string value, string allowed)
    {
        Properties[property] = value;

        Read();

        var finding = Findings.ShouldHaveSingleItem();
        finding.Kind.Code.ShouldBe("FHN2020");
        finding.Message.ShouldContain(property);
        finding.Message.ShouldContain($"\"{value}\"");
        finding.Message.ShouldContain(allowed);
    }

    [Fact]
    public void Numbers_are_read_the_same_in_every_culture()
    {
        Properties["NarrationLoudness"] = "-16.5";
        Voices.Add(
            new("guest")
            {
                Temperature = "0.7",
                TopP = "0.95",
                Start = "0:02.5",
            }
        );
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new("de-DE");
        try
        {
            var settings = Read();
            settings.Loudness.ShouldBe(-16.5);
            settings.Voices["guest"].Sampling.Temperature.ShouldBe(0.7);
            settings.Voices["guest"].Cut.Start.ShouldBe(TimeSpan.FromSeconds(2.5));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void The_level_can_be_left_alone()
    {
        Properties["NarrationLoudness"] = "Off";

        Read().Loudness.ShouldBeNull();
    }

    [Fact]
    public void A_folder_is_written_to_by_default_and_a_server_only_when_asked()
    {
        Properties["NarrationRemoteCache"] = "../takes";
        Read().Cache.Remote.ShouldBe(Folder["repo", "takes"]);
        Read().Cache.RemoteWrite.ShouldBeTrue();

        Properties["NarrationRemoteCache"] = "https://cache.example/narration";
        Read().Cache.RemoteWrite.ShouldBeFalse();
        Properties["NarrationRemoteCacheWrite"] = "true";
        Read().Cache.RemoteWrite.ShouldBeTrue();
    }
}
