namespace FlamingHorse.Narration.Engine.Publishing.Export.FlamingHorseFormat;

/// <summary>One line of <c>cache.json</c>.</summary>
/// <param name="Key"><c>narration_key</c>: the segment's id.</param>
/// <param name="Text">White space collapsed, for its readers look entries up by that.</param>
/// <param name="AudioFile">Relative to the index.</param>
/// <param name="Model">The model that spoke.</param>
/// <param name="ReferenceAudio">The voice's recording; empty for a voice without one.</param>
/// <param name="Seconds">From the samples; never 0.</param>
internal sealed record FlamingHorseEntry(string Key, string Text, string AudioFile, string Model, string ReferenceAudio, double Seconds);
