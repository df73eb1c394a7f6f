using System.Security.Cryptography;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model.Scenes;
using FlamingHorse.Narration.Engine.Publishing.Export;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Bridge.Tests.Support;

/// <summary>A built lesson with clips of its own; export it as often as you like.</summary>
internal sealed class LessonFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<ManifestSegment> _segments = [];

    public List<Finding> Findings { get; } = [];

    /// <summary>In the order written.</summary>
    public IReadOnlyList<ManifestSegment> Segments => _segments;

    public string FlamingHorse => _folder["media", "voiceovers", "qwen"];

    public string Folder => _folder["export"];

    public string this[params string[] parts] => _folder[["export", .. parts]];

    /// <summary>A tone of so many samples whose level tells clips apart.</summary>
    public LessonFolder Say(string id, string text, int samples, int rate = 24_000, params ManifestCue[] cues)
    {
        var level = (_segments.Count + 1) / 32f;
        var wav = WavFile.Write(new([.. Enumerable.Range(0, samples).Select(i => level * MathF.Sin(i * 0.1f))], rate));
        var hash = Convert.ToHexStringLower(SHA256.HashData(wav));
        File.WriteAllBytes(_folder[hash + ".wav"], wav);
        _segments.RemoveAll(segment => segment.Id == id);
        _segments.Add(
            new()
            {
                Id = id,
                Origin = SegmentOrigin.ScriptFile,
                Text = text,
                Spoken = text,
                Voice = "narrator",
                Model = "mlx-community/Model",
                SampleCount = samples,
                SampleRate = rate,
                SpeechStart = rate / 10,
                SpeechEnd = samples - (rate / 5),
                AudioHash = hash,
                AudioFile = $"narration/Lesson/{id}.wav",
                Cues = cues,
            }
        );
        return this;
    }

    /// <summary>The last segment's words are said at these times.</summary>
    public LessonFolder At(string words)
    {
        _segments[^1] = _segments[^1] with { Words = words };
        return this;
    }

    public LessonFolder Estimate(string id, string text, int samples)
    {
        _segments.Add(
            new()
            {
                Id = id,
                Origin = SegmentOrigin.Item,
                Text = text,
                Spoken = text,
                Voice = "narrator",
                SampleCount = samples,
                SampleRate = 24_000,
                SpeechStart = 2400,
                SpeechEnd = samples - 4800,
                IsEstimated = true,
            }
        );
        return this;
    }

    /// <summary>No store has its audio any more.</summary>
    public void Lose(string id) => File.Delete(Audio(_segments.Single(s => s.Id == id)));

    public async Task<IReadOnlyList<string>> ExportAsync(
        string formats,
        double gap = 0,
        string encoder = "ffmpeg",
        IReadOnlyList<IExportFormat>? known = null
    )
    {
        Findings.Clear();
        return await new NarrationExport(
            new()
            {
                Project = "Lesson",
                ProjectFile = _folder["Lesson.csproj"],
                // As in a manifest: by id.
                Scenes = SceneOrder.Of([.. _segments.OrderBy(s => s.Id, StringComparer.Ordinal)], _segments.Select(s => s.Id)),
                Settings = new NarrationSettings
                {
                    Publishing = new() { ExportFormats = formats.Split(';'), ExportGap = TimeSpan.FromSeconds(gap) },
                    // Where the encoder is.
                    Machine = new()
                    {
                        UserDataDirectory = _folder["user"],
                        Environment = new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "" },
                    },
                    Voices = new Dictionary<string, VoiceSettings>
                    {
                        ["narrator"] = new("narrator") { ReferenceAudio = _folder["voices", "ref.wav"] },
                    },
                },
                Folder = _folder["export"],
                FlamingHorseFolder = FlamingHorse,
                FindAudio = (segment, _) => ValueTask.FromResult(File.Exists(Audio(segment)) ? Audio(segment) : null),
                Encoder = encoder,
            },
            known
        ).RunAsync(Findings.Add, CancellationToken.None);
    }

    public string Audio(ManifestSegment segment) => _folder[segment.AudioHash + ".wav"];

    public void Dispose() => _folder.Dispose();
}
