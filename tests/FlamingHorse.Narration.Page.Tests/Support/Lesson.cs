using System.Security.Cryptography;
using System.Text;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Engine.Publishing.Report;
using FlamingHorse.Narration.Engine.Publishing.Report.Audits;
using FlamingHorse.Narration.Engine.Storage;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Script.Estimates;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Page.Tests.Support;

/// <summary>A lesson on disk as a build leaves it, made segment by segment, and its page.</summary>
internal sealed class Lesson(string folder, string project = "MatrixLesson")
{
    private readonly FakeStore _store = new();
    private readonly List<ManifestSegment> _segments = [];
    private readonly List<ManifestSegment> _before = [];
    private readonly List<ManifestSegment> _compared = [];
    private readonly List<SegmentPlace> _places = [];
    private readonly List<SummaryRow> _rows = [];
    private readonly Dictionary<string, LockedSegment> _locked = [];
    private readonly Dictionary<string, LockedSegment> _comparedLock = [];

    public string Folder => folder;

    public string Page => Path.Combine(folder, ReportPage.FileName);

    /// <summary>A page of its own for each test.</summary>
    public string Url => new Uri(Page).AbsoluteUri;

    public NarrationSettings Settings { get; init; } = new() { Backend = "system" };

    /// <summary>The project's macros.</summary>
    public FormulaRules Formulas { get; init; } = FormulaRules.Default;

    /// <summary>What the lock pins for every voice.</summary>
    public string Backend { get; init; } = "system";

    public IReadOnlyList<ManifestSegment> Segments => _segments;

    /// <summary>Adds a segment that flite speaks.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="text">As written, marks included.</param>
    /// <param name="spokenAs">What the voice says instead.</param>
    /// <param name="before">Seconds of the take before; null leaves it where it was.</param>
    /// <param name="attempts">Takes that it needed.</param>
    /// <param name="source">Where it came from.</param>
    /// <param name="flags">The gate's notes.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="sound">Instead of flite.</param>
    /// <param name="estimated">No audio.</param>
    /// <param name="voice">Its voice's name.</param>
    /// <param name="language">Its language's full name.</param>
    public Lesson Add(
        string id,
        string text,
        string? spokenAs = null,
        double? before = null,
        int attempts = 1,
        string source = "synthesized",
        string[]? flags = null,
        string? place = null,
        byte[]? sound = null,
        bool estimated = false,
        string voice = "narrator",
        string? language = null
    )
    {
        var written = new ScriptSegment
        {
            Id = id,
            Text = text,
            SpokenAs = spokenAs,
            Place = new(""),
            Origin = SegmentOrigin.CSharp,
        };
        var reading = SegmentReading.Of(written, Lexicon.Empty, Formulas, "English");
        var spoken = reading.Spoken;
        var segment = estimated
            ? Estimated(id, text, spoken, voice)
            : Made(id, text, spoken, voice, sound ?? Flite.Speak(spoken), attempts, flags ?? []);
        segment = segment with
        {
            LanguageAsWritten = language,
            Caption = reading.HasFormula ? reading.Caption : null,
            Cues =
            [
                .. CuePlacement
                    .Place(reading, spoken, "English", (segment.SpeechStart, segment.SpeechEnd), [], false, segment.SampleRate)
                    .Select(c => new ManifestCue(c.Name, c.Sample, c.IsEstimated)),
            ],
        };
        _segments.Add(segment);
        _before.Add(before is { } seconds ? segment with { SampleCount = (long)(seconds * segment.SampleRate) } : segment);
        _places.Add(new(id, place));
        _rows.Add(new(id, Key(id).Hex, estimated ? "estimated" : source, 0, 0, attempts));
        return this;
    }

    /// <summary>When the words of a segment are said.</summary>
    public Lesson Time(string id, string words)
    {
        var index = _segments.FindIndex(segment => segment.Id == id);
        _segments[index] = _segments[index] with { Words = words };
        return this;
    }

    /// <summary>What a recognizer made of a segment's take, and what the gate measured.</summary>
    public Lesson Hear(string id, TakeOutcome verdict, string heard, TakeMeasures? measures = null, bool byPerson = false)
    {
        var clip = _store.Clips[Key(id)];
        var check = new TakeCheck(verdict, "whisper tiny.en") { Transcript = heard };
        _store.Clips[Key(id)] = clip with { Record = clip.Record with { Checks = [check], Measures = measures } };
        _locked[id] = _locked[id] with { Check = byPerson ? LockedCheck.ByPerson : LockedCheck.Of([check]) };
        return this;
    }

    /// <summary>The same segment by another model.</summary>
    public Lesson Compare(string id, string flite = "rms")
    {
        var segment = _segments.Single(s => s.Id == id);
        var key = Key("compared " + id);
        var (record, wav) = Record(key, segment.Voice, Flite.Speak(segment.Spoken, flite), 1, []);
        var path = Path.Combine(folder, "store", record.AudioHash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, wav);
        record = record with { Model = flite };
        _store.Clips[key] = new(record, path, ClipSource.Local);
        _compared.Add(
            segment with
            {
                Model = flite,
                AudioFile = null,
                AudioHash = record.AudioHash,
                SampleCount = record.SampleCount,
                SampleRate = record.SampleRate,
                SpeechStart = record.SpeechStart,
                SpeechEnd = record.SpeechEnd,
            }
        );
        _comparedLock[id] = LockedSegment.Of(record, segment.Voice);
        return this;
    }

    public async Task<Lesson> WriteAsync(string sample = "", bool embed = false, Audit? audit = null)
    {
        Directory.CreateDirectory(folder);
        var content = await ReportBuilder.BuildAsync(
            new()
            {
                Project = project,
                Directory = folder,
                Manifest = Manifest(_segments),
                Before = Manifest(_before),
                Lock = new()
                {
                    Segments = _locked,
                    Voices = _segments
                        .Select(s => s.Voice)
                        .Distinct()
                        .ToDictionary(
                            v => v,
                            _ => new LockedVoice
                            {
                                Backend = Backend,
                                Engine = "flite",
                                Model = "slt",
                                Language = "English",
                                Loudness = -18,
                            }
                        ),
                },
                Places = _places,
                Summary = new() { Rows = _rows },
                Settings = Settings,
                Formulas = Formulas,
                Store = _store,
                FindAudio = FindAudioAsync,
                Sample = AuditSample.Parse(sample),
                Share = sample,
                Audit = audit ?? Audit.Empty,
                Compared = _compared.Count == 0 ? null : new("rms", false, Manifest(_compared), new() { Segments = _comparedLock }, null),
            },
            CancellationToken.None
        );
        await using var file = File.Create(Page);
        await new ReportPage(await File.ReadAllTextAsync(Template.Path)).WriteAsync(file, content, embed, CancellationToken.None);
        return this;
    }

    private async ValueTask<string?> FindAudioAsync(ManifestSegment segment, CancellationToken cancellation) =>
        segment.AudioFile is not null && File.Exists(AudioPath(segment.Id))
            ? AudioPath(segment.Id)
            : (await _store.FindAudioAsync(segment.AudioHash!, cancellation))?.Path;

    public string AudioPath(string id) => Path.Combine(folder, "narration", project, SegmentId.FileName(id) + ".wav");

    public static ActionKey Key(string id) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id))));

    private static NarrationManifest Manifest(IEnumerable<ManifestSegment> segments) =>
        new()
        {
            RootNamespace = "",
            ClassName = "Narration",
            Segments = [.. segments.OrderBy(s => s.Id, StringComparer.Ordinal)],
        };

    private static ManifestSegment Estimated(string id, string text, string spoken, string voice)
    {
        var samples = (long)(DurationEstimate.Predict(spoken, "English", SpeechRate.Default("English")).TotalSeconds * 24000);
        return new()
        {
            Id = id,
            Origin = SegmentOrigin.CSharp,
            Text = text,
            Spoken = spoken,
            Voice = voice,
            SampleCount = samples,
            SampleRate = 24000,
            SpeechStart = 2400,
            SpeechEnd = samples - 4800,
            IsEstimated = true,
        };
    }

    private ManifestSegment Made(string id, string text, string spoken, string voice, byte[] sound, int attempts, string[] flags)
    {
        var (record, wav) = Record(Key(id), voice, sound, attempts, flags);
        Directory.CreateDirectory(Path.GetDirectoryName(AudioPath(id))!);
        File.WriteAllBytes(AudioPath(id), wav);
        _store.Clips[record.Key] = new(record, AudioPath(id), ClipSource.Local);
        _locked[id] = LockedSegment.Of(record, voice);
        return new()
        {
            Id = id,
            Origin = SegmentOrigin.CSharp,
            Text = text,
            Spoken = spoken,
            Voice = voice,
            Model = record.Model,
            SampleCount = record.SampleCount,
            SampleRate = record.SampleRate,
            SpeechStart = record.SpeechStart,
            SpeechEnd = record.SpeechEnd,
            AudioHash = record.AudioHash,
            AudioFile = $"narration/{project}/{SegmentId.FileName(id)}.wav",
        };
    }

    /// <summary>As the engine finishes a clip: silence at both ends, at the level that all clips have where they are placed.</summary>
    private static (ClipRecord Record, byte[] Wav) Record(ActionKey key, string voice, byte[] sound, int attempts, string[] flags)
    {
        var clip = PostProcessing.Apply(WavFile.Read(sound), -18);
        var wav = WavFile.Write(clip.Signal);
        return (
            new()
            {
                Key = key,
                AudioHash = Convert.ToHexStringLower(SHA256.HashData(wav)),
                AudioBytes = wav.Length,
                SampleCount = clip.Signal.Samples.Length,
                SampleRate = clip.Signal.SampleRate,
                SpeechStart = clip.SpeechStart,
                SpeechEnd = clip.SpeechEnd,
                Voice = voice,
                Backend = "system",
                Model = "slt",
                Engine = new Dictionary<string, string> { ["flite"] = "2.2" },
                Seed = Seeds.For(key, 0, attempts),
                Attempts = attempts,
                ElapsedMs = 412,
                LoudnessLufs = clip.Loudness,
                PeakDbfs = clip.Peak,
                Flags = flags,
            },
            wav
        );
    }
}
