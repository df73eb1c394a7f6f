using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

/// <summary>What the items of a batch have in common.</summary>
/// <param name="Voice">Its name.</param>
/// <param name="Language">Full name.</param>
/// <param name="Sampling">Of the voice.</param>
/// <param name="Seed">Where known takes are made again, theirs: a batch has one.</param>
internal sealed record BatchGroup(string Voice, string Language, Sampling Sampling, long? Seed);
