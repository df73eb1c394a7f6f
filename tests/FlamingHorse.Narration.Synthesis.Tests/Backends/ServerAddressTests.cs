using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Http;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

/// <summary>Which addresses are accepted, and who gets the key.</summary>
public sealed class ServerAddressTests : HttpSpeakerTest
{
    [Theory]
    [InlineData(null)]
    [InlineData("localhost:8000")]
    [InlineData("ftp://x/")]
    [InlineData("https://user:pw@host/")]
    public void An_invalid_endpoint_is_reported(string? endpoint) =>
        Should.Throw<NarrationException>(() => Address(endpoint)).Finding.Kind.ShouldBe(VoiceFindings.EndpointInvalid);

    [Fact]
    public void A_key_is_neither_sent_in_the_clear_nor_to_another_host()
    {
        Variables["NARRATION_HTTP_API_KEY"] = "k";
        Should.Throw<NarrationException>(() => Address("http://speech.example/"));
        Address("http://localhost:8000").Key.ShouldBe("k");
        Variables.Remove("NARRATION_HTTP_API_KEY");
        Variables["OPENAI_API_KEY"] = "o";
        Address("https://speech.example/").Key.ShouldBeNull();
        Address("https://api.openai.com").Key.ShouldBe("o");
    }

    [Theory]
    [InlineData("http://h:1")]
    [InlineData("http://h:1/")]
    [InlineData("http://h:1/v1")]
    [InlineData("http://h:1/v1/audio/speech")]
    public void The_endpoint_may_be_written_in_every_usual_way(string endpoint) =>
        Address(endpoint).Speech.ToString().ShouldBe("http://h:1/v1/audio/speech");

    private ServerAddress Address(string? endpoint) =>
        ServerAddress.Of(Requests.Options("http", Folder) with { Endpoint = endpoint }, Variables.GetValueOrDefault);
}
