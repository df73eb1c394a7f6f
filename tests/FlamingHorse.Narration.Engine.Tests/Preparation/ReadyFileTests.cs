using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Mlx;

namespace FlamingHorse.Narration.Engine.Tests.Preparation;

public sealed class ReadyFileTests : IDisposable
{
    private static readonly Voice _voice = new()
    {
        Name = "narrator",
        Backend = "mlx",
        Model = "acme/model",
        Language = "English",
    };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"fingerprint\":null,\"device\":null,\"dtype\":null}")]
    [InlineData("{\"fingerprint\":\"x\",\"device\":\"gpu\",\"dtype\":null}")]
    [InlineData("{\"fingerprint\":7,\"device\":[],\"dtype\":{}}")]
    [InlineData("{\"fingerprint\":\"x\",\"device\":\"\\ud800\",\"dtype\":\"bfloat16\"}")]
    public void A_damaged_ready_file_proves_nothing(string content) =>
        ReadyFile.Proves(_folder.Write("ready.json", content), _voice, null).ShouldBeFalse();

    [Fact]
    public void A_ready_file_cut_anywhere_proves_nothing()
    {
        var whole = Whole(_voice);
        ReadyFile.Proves(_folder.Write("ready.json", whole), _voice, null).ShouldBeTrue();

        for (var length = 0; length < whole.TrimEnd().Length; length++)
        {
            ReadyFile.Proves(_folder.Write("ready.json", whole[..length]), _voice, null).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_ready_file_of_another_voice_proves_nothing() =>
        ReadyFile.Proves(_folder.Write("ready.json", Whole(_voice with { Model = "acme/other" })), _voice, null).ShouldBeFalse();

    private static string Whole(Voice voice) =>
        $$"""{ "fingerprint": "{{ReadyFile.Fingerprint(voice, null, "gpu", "bfloat16")}}", "device": "gpu", "dtype": "bfloat16" }""";
}
