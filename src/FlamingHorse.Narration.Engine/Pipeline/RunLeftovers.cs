using FlamingHorse.Narration.Engine.Platform.Files;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Removes what killed builds left in this build's folders.</summary>
internal static class RunLeftovers
{
    public static void Sweep(RunContext context)
    {
        var request = context.Request;
        if (request.IsDesignTime)
        {
            return;
        }

        try
        {
            RunFolder.Sweep(request.IntermediateDirectory, request.Clock);
            // A change of the lock that was undone leaves nothing to write there.
            TemporaryFileName.Sweep(Path.GetDirectoryName(request.LockFilePath)!, request.Clock.GetUtcNow().UtcDateTime);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            context.Log.Trace(
                $"Leftovers of earlier builds in {request.IntermediateDirectory} or beside the lock cannot be examined: {error.Message}"
            );
        }
    }
}
