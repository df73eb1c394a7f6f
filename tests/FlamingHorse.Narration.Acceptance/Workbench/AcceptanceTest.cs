namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>A test with a machine of its own: an empty home, an empty cache, no settings, and the packed package in its feed.</summary>
public abstract class AcceptanceTest : IAsyncLifetime
{
    protected Machine Machine { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Machine = new(await PackageFeed.Current);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Machine.Dispose();
        return ValueTask.CompletedTask;
    }
}
