using FlamingHorse.Narration.Script.Estimates;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>When each word is said, placed as cues are, so that a click on a word and a cue before it meet.</summary>
internal static class WordTimes
{
    /// <summary>Offsets in the caption and samples, in the order of the text.</summary>
    public static IReadOnlyList<(int Offset, long Sample)> Of(
        string caption,
        string spoken,
        string language,
        long speechStart,
        long speechEnd
    )
    {
        var starts = new List<TextMark>();
        for (var i = 0; i < caption.Length; i++)
        {
            if (!char.IsWhiteSpace(caption[i]) && (i == 0 || char.IsWhiteSpace(caption[i - 1])))
            {
                starts.Add(new("", i));
            }
        }

        var placed = CuePlacement.Place(new MarkedText { Caption = caption, Marks = starts }, spoken, language, speechStart, speechEnd);
        return [.. placed.Select((cue, i) => (starts[i].Offset, cue.Sample))];
    }
}
