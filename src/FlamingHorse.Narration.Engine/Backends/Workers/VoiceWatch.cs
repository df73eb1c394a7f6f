using FlamingHorse.Narration.Engine.Synthesis;

namespace FlamingHorse.Narration.Engine.Backends.Workers;

/// <summary>
/// Tells a reference that makes the model degenerate, which no new seed rescues, from the odd clip that does not end:
/// three of a voice's first eight clips, or its canary at every attempt while nothing of that voice passed.
/// </summary>
internal sealed class VoiceWatch
{
    private const int FirstClips = 8;
    private const int MostRunaways = 3;

    private int _judged;
    private int _runaways;
    private bool _hasPassed;

    /// <summary>True when the voice should be given up.</summary>
    public bool Saw(Job job, JudgedClip clip)
    {
        _judged++;
        _hasPassed |= clip.Clip is not null;
        _runaways += clip.IsTooLong && _judged <= FirstClips ? 1 : 0;
        job.Runaways += clip.IsTooLong ? 1 : 0;
        return _runaways >= MostRunaways || (job.IsCanary && job.Runaways >= AttemptLog.Most && !_hasPassed);
    }
}
