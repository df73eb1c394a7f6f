namespace FlamingHorse.Narration.Page.Tests.Support;

/// <summary>Tests that measure time: no other test of this project runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
