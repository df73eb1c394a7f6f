namespace FlamingHorse.Narration.Captions;

/// <summary>The length of the current line while words are added to it.</summary>
internal struct LineFill(int maxLength)
{
    private int length;

    /// <summary>Adds a word; true when it opens a line. A word that is longer than a line has one for itself.</summary>
    public bool Add(in CaptionWord word)
    {
        var extended = length + (word.Spaced ? 1 : 0) + word.Text.Length;
        if (length > 0 && extended <= maxLength)
        {
            length = extended;
            return false;
        }

        length = word.Text.Length;
        return true;
    }
}
