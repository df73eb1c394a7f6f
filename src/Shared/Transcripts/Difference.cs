namespace FlamingHorse.Narration.Transcripts;

/// <summary>A stretch in which text and transcript differ; whole white-space tokens of both.</summary>
/// <param name="Steps">Its words, side by side.</param>
/// <param name="Said">Tokens of the text, half open; empty where words were only added.</param>
/// <param name="Heard">Tokens of the transcript.</param>
/// <param name="IsAtEnd">The text's last word is in it, or something was heard after it.</param>
internal sealed record Difference(IReadOnlyList<AlignmentStep> Steps, TokenRange Said, TokenRange Heard, bool IsAtEnd)
{
    /// <summary>Words of the text are missing, and nothing else is wrong.</summary>
    public bool IsOnlyLost => Steps.All(step => step.Kind is StepKind.Lost or StepKind.Same);

    /// <summary>There are words too many, and nothing else is wrong.</summary>
    public bool IsOnlyAdded => Steps.All(step => step.Kind is StepKind.Added or StepKind.Same);

    /// <summary>The words of the text, separated by spaces.</summary>
    public string SaidWords => string.Join(' ', Steps.Where(step => step.Said is not null).Select(step => step.Said!.Value.Form));

    /// <summary>The words that were heard, separated by spaces.</summary>
    public string HeardWords => string.Join(' ', Steps.Where(step => step.Heard is not null).Select(step => step.Heard!.Value.Form));
}
