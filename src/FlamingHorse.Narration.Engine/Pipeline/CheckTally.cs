using System.Globalization;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Transcripts;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Counts what a check heard, voice by voice.</summary>
internal sealed class CheckTally
{
    private readonly List<(string Voice, CheckedTake Take, int Wrong, int Words)> _takes = [];

    /// <param name="take">What was listened to.</param>
    /// <param name="verdict">What came of it.</param>
    /// <param name="transcript">Null where it was refused for something else than its words.</param>
    public void Add(TakeToCheck take, LockedCheck verdict, string? transcript)
    {
        var (request, record) = (take.Clip.Request, take.Clip.Record);
        var said = SpokenForm.Of(request.Text, request.Language);
        var wrong = WordAlignment
            .Align(said, SpokenForm.Of(transcript ?? request.Text, request.Language))
            .Count(step => step.Kind != StepKind.Same);
        _takes.Add((record.Voice, new(request.Id, record.AudioHash, verdict.Verdict, transcript ?? "", verdict.By), wrong, said.Count));
    }

    public CheckReport ToReport() =>
        new()
        {
            Voices =
            [
                .. _takes
                    .GroupBy(take => take.Voice)
                    .OrderBy(voice => voice.Key, StringComparer.Ordinal)
                    .Select(voice => new CheckedVoice(
                        voice.Key,
                        voice.Count(),
                        Math.Round((double)voice.Sum(take => take.Wrong) / Math.Max(1, voice.Sum(take => take.Words)), 4),
                        voice.Count(take => take.Take.Verdict == LockedCheck.Doubtful),
                        voice.Count(take => take.Take.Verdict == LockedCheck.Refused)
                    )),
            ],
            Takes = [.. _takes.Select(take => take.Take).OrderBy(take => take.Id, StringComparer.Ordinal)],
        };

    /// <summary>The table by voice.</summary>
    public IEnumerable<string> Lines() =>
        ToReport()
            .Voices.Select(voice =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Narration: {voice.Voice}: {voice.Heard} takes heard, word errors {voice.WordErrorRate:0.0 %}, {voice.Doubtful} doubtful, "
                        + $"{voice.Refused} refused"
                )
            );
}
