namespace FlamingHorse.Narration.Transcripts;

/// <summary>What became of a word on its way from the text to the transcript.</summary>
internal enum StepKind
{
    /// <summary>It was heard.</summary>
    Same,

    /// <summary>Another was heard in its place.</summary>
    Other,

    /// <summary>Nothing was heard in its place.</summary>
    Lost,

    /// <summary>Heard, and not in the text.</summary>
    Added,
}
