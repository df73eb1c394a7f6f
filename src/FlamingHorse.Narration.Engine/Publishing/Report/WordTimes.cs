using FlamingHorse.Narration.Script.Estimates;
using FlamingHorse.Narration.Script.Manifests;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Publishing.Report;

/// <summary>
/// When each word of the caption is said: as the build measured it, else placed as cues are, so that a click on a word and a cue before it
/// meet.
/// </summary>
internal static class WordTimes
{
    /// <summary>First characters in the caption, and seconds of start and end, in the order of the text.</summary>
    public static IReadOnlyList<(int Offset, double Start, double End)> Of(string caption, ManifestSegment segment, string language)
    {
        var starts = new List<TextMark>();
        for (var i = 0; i < caption.Length; i++)
        {
            if (!IsBlank(caption[i]) && (i == 0 || IsBlank(caption[i - 1])))
            {
                starts.Add(new("", i));
            }
        }

        var measured = TimesText.Read(segment.CaptionWords ?? segment.Words);
        return measured.Count == starts.Count && measured.Count > 0
            ? [.. measured.Select((time, i) => (starts[i].Offset, Seconds(time.Start), Seconds(time.End)))]
            : Estimate(caption, starts, segment, language);
    }

    /// <summary>A word ends where the next begins.</summary>
    private static IReadOnlyList<(int Offset, double Start, double End)> Estimate(
        string caption,
        List<TextMark> starts,
        ManifestSegment segment,
        string language
    )
    {
        var marked = new MarkedText { Caption = caption, Marks = starts };
        var placed = CuePlacement.Place(marked, segment.Spoken, language, segment.SpeechStart, segment.SpeechEnd);
        return
        [
            .. placed.Select(
                (cue, i) => (starts[i].Offset, At(cue.Sample), At(i + 1 < placed.Count ? placed[i + 1].Sample : segment.SpeechEnd))
            ),
        ];

        double At(long sample) => (double)sample / segment.SampleRate;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    private static double Seconds(int steps) => (double)steps / TimedWord.StepsPerSecond;
}
