#if NET
using System.Reflection.Metadata;

[assembly: MetadataUpdateHandler(typeof(FlamingHorse.Narration.HotReload.CodeUpdates))]

#endif

namespace FlamingHorse.Narration.HotReload;

/// <summary>
/// Counts the changes that hot reload made to the running app. Static fields keep their values then, so whoever holds what generated code
/// returned asks here whether it is still what that code says.
/// </summary>
internal static class CodeUpdates
{
    private static int count;

    /// <summary>Changes so far; 0 in an app that is not being edited.</summary>
    public static int Count => Volatile.Read(ref count);

    /// <summary>Called by the runtime after each change, whatever the assembly; the name is the runtime's.</summary>
    /// <param name="types">The changed types; null when they are not known.</param>
#pragma warning disable IDE0060 // the runtime looks for a method with this parameter
    public static void ClearCache(Type[]? types) => Interlocked.Increment(ref count);
#pragma warning restore IDE0060
}
