using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Tests.Backends;

public sealed class BackendRegistryTests
{
    [Fact]
    public void Every_backend_is_found_by_its_own_name()
    {
        BackendRegistry.Descriptors.Select(backend => backend.Name).ShouldBe(["mlx", "neural", "system", "http", "worker"]);
        BackendRegistry.Descriptors.ShouldAllBe(backend => BackendRegistry.Find(backend.Name).Descriptor == backend);
        BackendRegistry.Descriptors.ShouldAllBe(backend => backend.Documentation.Length > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("qwen")]
    [InlineData("MLX")]
    public void An_unknown_name_is_refused_with_the_list_of_names(string name)
    {
        var finding = Should.Throw<NarrationException>(() => BackendRegistry.Find(name)).Finding;

        finding.Kind.ShouldBe(VoiceFindings.UnknownBackend);
        finding.Message.ShouldContain("mlx, neural, system, http, worker");
    }
}
