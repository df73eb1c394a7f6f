using System.Reflection.PortableExecutable;

namespace FlamingHorse.Narration.Acceptance.Package;

public sealed class NativeTaskTests
{
    public static TheoryData<string> Platforms => PackedFiles.Platforms;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Tasks_of_a_platform_are_native_code_for_that_platform(string platform)
    {
        var assemblies = await PackedFiles.AssembliesAsync($"tasks/net10.0/{platform}");

        assemblies.Keys.Order().ShouldBe((await PackedFiles.AssembliesAsync("tasks/net10.0")).Keys.Order());
        foreach (var (name, bytes) in assemblies)
        {
            using var image = new PEReader(new MemoryStream(bytes));
            image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size.ShouldBeGreaterThan(0, name);
            ((ushort)image.PEHeaders.CoffHeader.Machine).ShouldBe(PackedFiles.Machines[platform], name);
        }
    }

    // What the header can't tell: an image for musl has the machine of one for glibc.
    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Tasks_of_a_platform_were_compiled_against_its_own_runtime_pack(string platform) =>
        (await PackedFiles.TextAsync($"tasks/net10.0/{platform}/runtime-pack.txt")).ShouldStartWith(
            $"Microsoft.NETCore.App.Runtime.{platform} 10."
        );

    [Fact]
    public async Task Tasks_for_every_other_platform_are_IL_only()
    {
        var assemblies = await PackedFiles.AssembliesAsync("tasks/net10.0");

        assemblies.Count.ShouldBeGreaterThanOrEqualTo(4);
        foreach (var (name, bytes) in assemblies)
        {
            using var image = new PEReader(new MemoryStream(bytes));
            image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size.ShouldBe(0, name);
            image.PEHeaders.CorHeader.Flags.HasFlag(CorFlags.ILOnly).ShouldBeTrue(name);
        }
    }
}
