namespace FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

/// <summary>A speech program of this machine.</summary>
/// <param name="Engine">How it is asked.</param>
/// <param name="Voices">The voices that it has.</param>
/// <param name="Versions">Its version by its name.</param>
internal sealed record ProbedEngine(ISystemEngine Engine, IReadOnlyList<SystemVoice> Voices, IReadOnlyDictionary<string, string> Versions);
