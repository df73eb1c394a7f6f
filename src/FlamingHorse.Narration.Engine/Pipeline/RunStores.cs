using FlamingHorse.Narration.Engine.Storage;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Opens and closes the stores of a run.</summary>
internal static class RunStores
{
    public static IClipStore Open(RunContext context, LockSession session, CancellationToken cancellation)
    {
        var (request, settings) = (context.Request, context.Settings);
        return request.OpenStore is { } open
            ? open(session.AudioInUse, context.Findings.Report)
            : ClipStore.Open(
                new StoreOptions
                {
                    CachePath = settings.Cache.Path,
                    Remote = settings.Cache.Remote,
                    RemoteWrite = settings.Cache.RemoteWrite,
                    LimitGiB = settings.Cache.Limit,
                    Environment = settings.Machine.Environment.GetValueOrDefault,
                    AllowNetwork = !request.IsDesignTime,
                    IsReadOnly = request.IsDesignTime,
                    Protected = session.AudioInUse,
                    Copies = request.Copies,
                    FallbackPath = request.IntermediateDirectory,
                },
                context.Findings.Report,
                cancellation
            );
    }

    public static ValueTask CloseAsync(IClipStore store) => store is IAsyncDisposable disposable ? disposable.DisposeAsync() : default;
}
