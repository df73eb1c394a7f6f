using System.Globalization;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>What a check heard, take by take and voice by voice.</summary>
internal sealed class CheckTally
{
    private readonly List<CheckedTake> _takes = [];
    private readonly VoiceTally _voices = new();

    public void Add(TakeToCheck take, LockedCheck verdict, IReadOnlyList<TakeCheck> checks)
    {
        var (request, record) = (take.Clip.Request, take.Clip.Record);
        // Another voice is refused without a word having been written down.
        var transcript = checks.FirstOrDefault(check => check.Transcript is not null)?.Transcript ?? "";
        _takes.Add(new(request.Id, record.AudioHash, verdict.Verdict, transcript, verdict.By));
        _voices.Add(record.Voice, verdict.Verdict, request.Text, request.Language, checks);
    }

    public CheckReport ToReport() =>
        new() { Voices = _voices.ToVoices(), Takes = [.. _takes.OrderBy(take => take.Id, StringComparer.Ordinal)] };

    /// <summary>The table by voice.</summary>
    public IEnumerable<string> Lines() =>
        _voices
            .ToVoices()
            .Select(voice =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Narration: {voice.Voice}: {voice.Heard} takes heard, word errors {voice.WordErrorRate:0.0 %}, "
                        + $"{voice.Doubtful} doubtful, {voice.Refused} refused{Likeness(voice)}"
                )
            );

    private static string Likeness(CheckedVoice voice) =>
        voice switch
        {
            { Likeness: { } mean, OwnLikeness: { } own } => string.Create(
                CultureInfo.InvariantCulture,
                $", likeness {mean:0.00} (its own {own:0.00})"
            ),
            { Likeness: { } mean } => string.Create(CultureInfo.InvariantCulture, $", likeness {mean:0.00}"),
            _ => "",
        };
}
