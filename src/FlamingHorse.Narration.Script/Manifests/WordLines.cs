using FlamingHorse.Narration.Script.Estimates;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Manifests;

/// <summary>When the words of a segment are said, as the manifest and generated code hold it.</summary>
/// <param name="Spoken">Of the spoken text's tokens, by <see cref="TimesText"/>; null where there is nothing to tell.</param>
/// <param name="Shown">Of the caption's words, where they are others.</param>
public sealed record WordLines(string? Spoken, string? Shown)
{
    /// <param name="reading">The texts.</param>
    /// <param name="spoken">Normalized; what was said.</param>
    /// <param name="pauses">That the author set.</param>
    /// <param name="words">Measured or estimated, in order; none where there is nothing to tell.</param>
    /// <param name="isMeasured">They were measured.</param>
    public static WordLines Of(
        SegmentReading reading,
        string spoken,
        IReadOnlyList<SpokenPause> pauses,
        IReadOnlyList<TimedWord> words,
        bool isMeasured
    )
    {
        if (words.Count == 0)
            return new(null, null);
        var tokens = MeasuredTimes.OfTokens(spoken, words);
        var caption = MeasuredTimes.OfCaption(reading, spoken, words);
        var said = pauses.Select(pause => pause.Token).Where(token => token > 0 && token < tokens.Count).ToList();
        var shown = said.Select(token => FindShown(caption, tokens[token].Start)).Where(word => word > 0).ToList();
        var ofTokens = TimesText.Write(tokens, !isMeasured, said);
        var ofCaption = TimesText.Write([.. caption.Select(word => (word.Start, word.End))], !isMeasured, shown);
        return new(ofTokens, ofCaption == ofTokens ? null : ofCaption);
    }

    /// <summary>The first word of a caption that is not said before a time; −1 where all are.</summary>
    private static int FindShown(IReadOnlyList<CaptionWordTime> caption, int start)
    {
        for (var i = 0; i < caption.Count; i++)
        {
            if (caption[i].Start >= start)
                return i;
        }
        return -1;
    }
}
