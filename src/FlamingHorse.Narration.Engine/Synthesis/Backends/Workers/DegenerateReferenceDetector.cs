using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>
/// Tells a reference that makes the model degenerate, which no new seed rescues, from the odd clip that does not end:
/// three of a voice's first eight clips, or its canary at every attempt while nothing of that voice passed.
/// </summary>
internal sealed class DegenerateReferenceDetector
{
    private const int FirstClips = 8;
    private const int MostRunaways = 3;

    private readonly HashSet<Job> _first = [];
    private int _runaways;
    private bool _hasPassed;

    /// <summary>True when the voice should be given up. One text that never ends is one clip, however often it is tried.</summary>
    public bool Saw(Job job, JudgedClip clip)
    {
        var isEarly = _first.Contains(job) || (_first.Count < FirstClips && _first.Add(job));
        _hasPassed |= clip.Clip is not null;
        _runaways += clip.IsTooLong && isEarly && job.Runaways == 0 ? 1 : 0;
        job.Runaways += clip.IsTooLong ? 1 : 0;
        return _runaways >= MostRunaways || (job.IsCanary && job.Runaways >= AttemptLog.Most && !_hasPassed);
    }
}
