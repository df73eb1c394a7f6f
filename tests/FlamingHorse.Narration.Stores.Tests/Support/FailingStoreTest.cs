using System.Diagnostics;
using System.Runtime.CompilerServices;
using FlamingHorse.Narration.Engine.Storage.Remote;

namespace FlamingHorse.Narration.Stores.Tests.Support;

/// <summary>Two machines with a server between them that may fail.</summary>
public abstract class FailingStoreTest : SharedStoreTest
{
    /// <summary>
    /// One after another: the port of a server that went away may be the next one's, and a client that still asks there would be heard.
    /// </summary>
    public const string HttpCollection = "http";

    /// <summary>What a server that fails may add to a build.</summary>
    protected static TimeSpan Bound => MachineLoad.Stretch(TimeSpan.FromSeconds(5));

    /// <summary>The real times, or where a test would only wait, a tenth of them.</summary>
    protected static RemoteTimeouts Patience =>
        IsSoak
            ? RemoteTimeouts.Default
            : new RemoteTimeouts
            {
                Silence = TimeSpan.FromSeconds(1.5),
                Exchange = TimeSpan.FromSeconds(3),
                Drain = TimeSpan.FromSeconds(6),
            };

    /// <summary>
    /// A build that asks for ten clips and makes them: nothing comes from the store, and it adds no more than this and one FHN3011.
    /// </summary>
    protected async Task ShouldGoOnWithoutAsync(
        string remote,
        TimeSpan bound,
        RemoteTimeouts? patience = null,
        [CallerMemberName] string test = ""
    )
    {
        var alone = await MakeAloneAsync();
        var watch = Stopwatch.StartNew();
        await using (var store = Open(Reader(remote) with { Patience = patience ?? RemoteTimeouts.Default }))
        {
            (await store.FindAsync(Key, None)).ShouldBeNull();
            await MakeAsync(store);
        }

        var added = watch.Elapsed - alone;
        Soak.Record(
            test.Replace('_', ' '),
            $"{added.TotalSeconds:0.0} s more, {Findings.Count} {(Findings.Count == 1 ? "warning" : "warnings")}"
        );
        added.ShouldBeLessThan(bound);
        Codes.ShouldBe(["FHN3011"]);
    }
}
