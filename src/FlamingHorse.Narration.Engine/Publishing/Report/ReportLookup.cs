using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Script.Estimates;
using FlamingHorse.Narration.Script.Manifests;

namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>What a report's request says about a segment, by the segment's id or its voice.</summary>
internal sealed class ReportLookup
{
    private readonly ReportRequest _request;
    private readonly Dictionary<string, ManifestSegment> _before;
    private readonly Dictionary<string, ManifestSegment> _compared;
    private readonly Dictionary<string, SpeechRate> _rates;
    private readonly Dictionary<string, string?> _places;
    private readonly Dictionary<string, string> _sources;
    private readonly Dictionary<string, string> _comparedSources;
    private readonly Dictionary<string, string> _heard;

    public ReportLookup(ReportRequest request)
    {
        _request = request;
        _before = ById(request.Before?.Segments);
        _compared = ById(request.Compared?.Manifest.Segments);
        _rates = request
            .Manifest.Segments.Where(s => !s.IsEstimated)
            .GroupBy(s => s.Voice, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                voice => voice.Key,
                voice => SpeechRate.Learn(voice.Select(s => (s.Spoken, Duration(s) * SpeedOf(s))), LanguageOf(voice.First())),
                StringComparer.OrdinalIgnoreCase
            );
        _places = request
            .Places.GroupBy(p => p.Id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(p => p.Key, p => p.First().Place, StringComparer.OrdinalIgnoreCase);
        _sources = Sources(request.Summary);
        _comparedSources = Sources(request.Compared?.Summary);
        _heard = (request.Check?.Takes ?? [])
            .GroupBy(take => take.Audio, StringComparer.Ordinal)
            .ToDictionary(take => take.Key, take => take.First().Heard, StringComparer.Ordinal);
    }

    /// <summary>The segment in the build before this one.</summary>
    public ManifestSegment? Earlier(string id) => _before.GetValueOrDefault(id);

    /// <summary>The segment in the build that this one is compared with.</summary>
    public ManifestSegment? ComparedTo(string id) => _compared.GetValueOrDefault(id);

    /// <summary>Where the segment is written.</summary>
    public string? PlaceOf(string id) => _places.GetValueOrDefault(id);

    /// <summary>Where the build had the take from, as in <c>build-summary.json</c>.</summary>
    public string? SourceOf(string id) => _sources.GetValueOrDefault(id);

    /// <summary>The same of the build that this one is compared with.</summary>
    public string? ComparedSourceOf(string id) => _comparedSources.GetValueOrDefault(id);

    /// <summary>What the last check heard in a take.</summary>
    public string? HeardIn(string? audioHash) => audioHash is null ? null : _heard.GetValueOrDefault(audioHash);

    /// <summary>How fast the voice has spoken in this lesson; the language's usual rate where it has not.</summary>
    public SpeechRate RateOf(ManifestSegment segment, string language) =>
        _rates.GetValueOrDefault(segment.Voice) ?? SpeechRate.Default(language);

    public string LanguageOf(ManifestSegment segment) =>
        segment.LanguageAsWritten
        ?? _request.Lock.Voices.GetValueOrDefault(segment.Voice)?.Language
        ?? _request.Settings.Voices.GetValueOrDefault(segment.Voice)?.Language
        ?? _request.Settings.Defaults.Language
        ?? NarrationSettings.DefaultLanguage;

    /// <summary>The voice's pace. Rates are those at pace 1.</summary>
    public double SpeedOf(ManifestSegment segment) => _request.Lock.Voices.GetValueOrDefault(segment.Voice)?.Speed ?? 1;

    private static Dictionary<string, ManifestSegment> ById(IReadOnlyList<ManifestSegment>? segments) =>
        (segments ?? []).ToDictionary(s => s.Id, StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, string> Sources(BuildSummary? summary) =>
        (summary?.Rows ?? []).ToDictionary(row => row.Id, row => row.Source, StringComparer.Ordinal);

    private static TimeSpan Duration(ManifestSegment segment) => TimeSpan.FromSeconds((double)segment.SampleCount / segment.SampleRate);
}
