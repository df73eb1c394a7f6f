using FlamingHorse.Narration.Speech.Reading.Tokens;

namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>The tokens that are written without spaces between them and are looked up together.</summary>
internal sealed class WordGroup
{
    public WordGroup(ReadingToken token, bool isOpen)
    {
        Tokens.Add(token);
        IsOpen = isOpen;
    }

    public List<ReadingToken> Tokens { get; } = [];

    /// <summary>Whether a token that follows without a space belongs to it.</summary>
    public bool IsOpen { get; }

    public int Source => Tokens[0].Source;

    public bool SpaceAfter => Tokens[^1].SpaceAfter;

    /// <summary>The sounds of all its tokens.</summary>
    public string JoinPhonemes()
    {
        if (Tokens.Count == 1)
        {
            return Tokens[0].Phonemes ?? "";
        }

        var joined = "";
        foreach (var token in Tokens.Where(token => token.Phonemes is { Length: > 0 }))
        {
            joined += (token.SpaceBefore && joined.Length > 0 && !joined.EndsWith(' ') ? " " : "") + token.Phonemes;
        }

        return joined;
    }
}
