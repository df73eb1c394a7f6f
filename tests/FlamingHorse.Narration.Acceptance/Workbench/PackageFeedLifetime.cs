[assembly: AssemblyFixture(typeof(FlamingHorse.Narration.Acceptance.Workbench.PackageFeedLifetime))]

namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>Closes the package's feed at the end of the run: all classes share it, so none of them can.</summary>
public sealed class PackageFeedLifetime : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await PackageFeed.CloseCurrentAsync();
}
