namespace FlamingHorse.Narration.Script.Mathematics.Texts;

/// <summary>A part of a text and its place in the spoken text and in the caption.</summary>
internal sealed record TextPart(FormulaSpan Span, FormulaReading? Reading, int SpokenStart, int SpokenLength, int CaptionStart)
{
    public int SpokenEnd => SpokenStart + SpokenLength;

    private int CaptionLength => Reading?.Caption.Length ?? Span.Content.Length;

    /// <summary>The word of the formula at a place of the spoken text; null in prose.</summary>
    public SpokenWord? WordAt(int spoken)
    {
        var at = SpokenStart;
        foreach (var word in Reading?.Words ?? [])
        {
            at += word.Text.Length + 1;
            if (spoken < at)
                return word;
        }
        return Reading?.Words[Reading.Words.Count - 1];
    }

    /// <summary>The place of the caption that shows a place of the spoken text.</summary>
    public int CaptionAt(int spoken, SpokenWord? word)
    {
        if (word is null)
            return CaptionStart + Scale(spoken - SpokenStart, SpokenLength, CaptionLength);
        var at = 0;
        for (var i = 0; i < word.CaptionWord; i++)
            at = Reading!.Caption.IndexOf(' ', at) + 1;
        return CaptionStart + at;
    }

    /// <summary>
    /// The place of the caption before which a mark stands; within a formula, before the word that shows what follows it.
    /// </summary>
    public int CaptionOf(int mark)
    {
        if (Reading is null || mark <= Span.Start)
            return CaptionStart + Math.Min(Math.Max(mark - Span.ContentStart, 0), CaptionLength);
        var word = Reading.Words.FirstOrDefault(word => word.Start >= mark - Span.ContentStart);
        return word is null ? CaptionStart + CaptionLength : CaptionAt(0, word);
    }

    /// <summary>The place of the spoken text at which a mark stands.</summary>
    public int SpokenOf(int mark)
    {
        if (Reading is null)
            return SpokenStart + Scale(mark - Span.ContentStart, Span.Content.Length, SpokenLength);
        var at = SpokenStart;
        foreach (var word in Reading.Words)
        {
            if (word.Start >= mark - Span.ContentStart || mark <= Span.Start)
                return at;
            at += word.Text.Length + 1;
        }
        return SpokenEnd;
    }

    private static int Scale(int at, int from, int to) => from == to || from == 0 ? at : (int)((long)at * to / from);
}
