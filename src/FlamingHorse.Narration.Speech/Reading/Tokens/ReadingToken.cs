namespace FlamingHorse.Narration.Speech.Reading.Tokens;

/// <summary>A token on its way to phonemes.</summary>
internal sealed class ReadingToken
{
    /// <summary>What is written.</summary>
    public required string Text { get; init; }

    /// <summary>Index of the white-space token of the original text that it stands for.</summary>
    public required int Source { get; init; }

    /// <summary>Whether a space follows.</summary>
    public bool SpaceAfter { get; set; }

    /// <summary>Its part of speech (Penn Treebank).</summary>
    public string Tag { get; set; } = "";

    /// <summary>Its sounds; empty for what is silent, null until they are known.</summary>
    public string? Phonemes { get; set; }

    /// <summary>Whether it opens what is written without spaces.</summary>
    public bool OpensWord { get; set; } = true;

    /// <summary>Whether it is heard as a word of its own within what is written without spaces.</summary>
    public bool SpaceBefore { get; set; }
}
