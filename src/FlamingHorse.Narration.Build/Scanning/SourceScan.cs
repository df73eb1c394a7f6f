using FlamingHorse.Narration.Build.State;
using FlamingHorse.Narration.Script.Annotations;

namespace FlamingHorse.Narration.Build.Scanning;

/// <summary>
/// Reads annotations from sources: what has not changed is taken from the last build, what does not mention the attribute is not parsed.
/// </summary>
internal sealed class SourceScan(ScanSettings settings, IReadOnlyList<string> roslynDirectories)
{
    /// <summary>Every source by full path, in the compiler's order.</summary>
    public IReadOnlyDictionary<string, SourceState> Read(
        IReadOnlyList<string> paths,
        BuildState? last,
        uint parseInputs,
        CancellationToken cancellation
    )
    {
        var known = last is not null && last.ParseInputs == parseInputs ? last.Sources : null;
        var read = new Dictionary<string, SourceState>(paths.Count, StringComparer.Ordinal);
        foreach (var path in paths)
        {
            cancellation.ThrowIfCancellationRequested();
            if (read.ContainsKey(path) || !File.Exists(path))
            {
                continue; // the compiler has its own word for a source that is absent or named twice
            }

            read[path] = known?.GetValueOrDefault(path) is { } source && source.Holds(path) ? source : ReadOne(path, cancellation);
        }

        return read;
    }

    private SourceState ReadOne(string path, CancellationToken cancellation)
    {
        var readAt = DateTime.UtcNow;
        var stamp = FileStamp.Of(path);
        var bytes = File.ReadAllBytes(path);
        var text = SourceText.Decode(bytes);
        byte[] packed = AnnotationMention.Mentions(text) ? Parse(path, text, cancellation) : [];
        return new(stamp with { Content = Checksum.Of(bytes) }, stamp.IsDoubtful(readAt), packed);
    }

    // A method of its own: the JIT loads Roslyn when it compiles this one, and not before.
    private byte[] Parse(string path, string text, CancellationToken cancellation)
    {
        using var roslyn = CompilerAssemblies.From(roslynDirectories);
        return ParseWithRoslyn(path, text, cancellation);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private byte[] ParseWithRoslyn(string path, string text, CancellationToken cancellation)
    {
        var scan = AnnotationScan.Read(path, text, settings, cancellation);
        return PackedSegments.Of(scan.Segments, scan.SceneOrders);
    }
}
