using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

/// <summary>What the items of a batch have in common.</summary>
internal sealed record BatchGroup(string Voice, string Language, Sampling Sampling);
