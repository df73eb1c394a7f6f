using System.Security.Cryptography;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Planning.Recordings;

/// <summary>The recordings of a run by the ids of their segments; hashes them when they are asked for.</summary>
internal sealed class RecordingIndex
{
    private readonly Dictionary<string, Recording> _recordings = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _unused = new(StringComparer.OrdinalIgnoreCase);

    public RecordingIndex(IReadOnlyList<Recording> recordings)
    {
        foreach (var recording in recordings)
        {
            if (_recordings.TryAdd(recording.SegmentId, recording))
            {
                _unused.Add(recording.SegmentId);
            }
            else
            {
                _findings.Add(
                    ScriptFindings.RecordingTwice.At(
                        recording.Place,
                        $"'{recording.SegmentId}' has two recordings: {_recordings[recording.SegmentId].Path} and {recording.Path}. "
                            + $"Keep one NarrationRecording."
                    )
                );
            }
        }
    }

    /// <summary>What is wrong with them, once every segment has been asked for.</summary>
    public IEnumerable<Finding> Findings =>
        [
            .. _findings,
            .. _recordings
                .Values.Where(recording => _unused.Contains(recording.SegmentId))
                .Select(recording =>
                    ScriptFindings.RecordingMatchesNothing.At(
                        recording.Place,
                        $"There is no segment '{recording.SegmentId}' for the recording {Path.GetFileName(recording.Path)}. Set its Id "
                            + $"to that of a segment, as in Id=\"Scenes.Intro.Welcome\", or remove it."
                    )
                ),
        ];

    /// <summary>Null: a voice speaks this segment.</summary>
    public RecordedFile? Find(string segmentId)
    {
        if (!_recordings.TryGetValue(segmentId, out var recording))
        {
            return null;
        }

        _unused.Remove(segmentId);
        try
        {
            // A pointer names the content that it stands for, so that the key is the same as on the machine that has it.
            return TextFile.ReadIfPresent(recording.Path) is not { } bytes ? new(recording, null, IsHere: false)
                : LfsPointer.IsPointer(bytes) ? new(recording, LfsPointer.TargetHash(bytes), IsHere: false)
                : new(recording, Convert.ToHexStringLower(SHA256.HashData(bytes)), IsHere: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _findings.Add(
                ScriptFindings.RecordingUnusable.At(
                    recording.Place,
                    $"The recording {recording.Path} cannot be read: {error.Message} Make it readable."
                )
            );
            return new(recording, null, IsHere: false);
        }
    }
}
