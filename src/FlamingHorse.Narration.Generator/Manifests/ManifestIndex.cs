using FlamingHorse.Narration.Script.Estimates;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Generator.Manifests;

/// <summary>The manifest, by the keys that the compiler has.</summary>
internal sealed class ManifestIndex
{
    /// <summary>The manifest does not hold the project's default language; an estimate can do without.</summary>
    public const string DefaultLanguage = "English";

    public static readonly ManifestIndex Empty = new([], isDesignTime: true);

    private readonly Dictionary<string, ManifestSegment> _byMember = new(StringComparer.Ordinal);
    private readonly Lazy<SpeechRate> _rate;

    private ManifestIndex(IReadOnlyList<ManifestSegment> segments, bool isDesignTime)
    {
        IsDesignTime = isDesignTime;
        Items = [.. segments.Where(segment => segment.Origin != SegmentOrigin.CSharp)];
        foreach (var segment in segments)
        {
            // Two of one member are an error of the author's; the first is as good as the other.
            if (segment.Member is { } member && !_byMember.ContainsKey(member))
                _byMember.Add(member, segment);
        }

        Voice = segments.FirstOrDefault(segment => segment.VoiceAsWritten is null)?.Voice ?? "narrator";
        SampleRate = segments.FirstOrDefault(segment => !segment.IsEstimated)?.SampleRate ?? 24_000;
        _rate = new(() => SpeechRate.Learn(Known(segments), DefaultLanguage));
    }

    /// <summary>An annotation that is not in it is estimated, not an error.</summary>
    public bool IsDesignTime { get; }

    /// <summary>Segments without a member of the author's, in the manifest's order.</summary>
    public IReadOnlyList<ManifestSegment> Items { get; }

    /// <summary>The default voice.</summary>
    public string Voice { get; }

    /// <summary>Samples per second of an estimate.</summary>
    public int SampleRate { get; }

    /// <summary>How fast the default voice speaks, by what the build has of it.</summary>
    public SpeechRate Rate => _rate.Value;

    /// <exception cref="FormatException">The text is not a manifest.</exception>
    public static ManifestIndex Read(string text)
    {
        var manifest = ManifestReader.Read(text);
        return new ManifestIndex(manifest.Segments, manifest.IsDesignTime);
    }

    /// <summary>An unreadable manifest is as none; the analyzer reports it.</summary>
    public static ManifestIndex ReadOrEmpty(string? text)
    {
        try
        {
            return text is null ? Empty : Read(text);
        }
        catch (FormatException)
        {
            return Empty;
        }
    }

    /// <summary>What the build knows of a member; null when nothing.</summary>
    public ManifestSegment? Find(string member) => _byMember.TryGetValue(member, out var segment) ? segment : null;

    private IEnumerable<(string, TimeSpan)> Known(IReadOnlyList<ManifestSegment> segments) =>
        from segment in segments
        where !segment.IsEstimated && segment.Voice == Voice
        select (segment.Spoken, TimeSpan.FromSeconds((double)segment.SampleCount / segment.SampleRate));
}
