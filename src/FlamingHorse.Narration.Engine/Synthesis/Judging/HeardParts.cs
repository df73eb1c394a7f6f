namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>What a checker may report about a take.</summary>
[Flags]
internal enum HeardParts
{
    None = 0,

    /// <summary>What was said.</summary>
    Transcript = 1,

    /// <summary>When each word was said.</summary>
    Words = 2,

    /// <summary>How similar it sounds to the voice.</summary>
    Likeness = 4,

    All = Transcript | Words | Likeness,
}
