namespace FlamingHorse.Narration.HotReload;

/// <summary>Tells whether an edit left a segment as it was, so that the app keeps the object that its timelines hold.</summary>
internal static class SegmentComparison
{
    public static bool IsUnchanged(NarrationSegment before, NarrationSegment after) =>
        before.Id == after.Id
        && before.Text == after.Text
        && before.CaptionText == after.CaptionText
        && before.SpokenText == after.SpokenText
        && before.SampleCount == after.SampleCount
        && before.SampleRate == after.SampleRate
        && before.SpeechStart == after.SpeechStart
        && before.SpeechEnd == after.SpeechEnd
        && before.IsEstimated == after.IsEstimated
        && before.IsDraft == after.IsDraft
        && before.AudioFile == after.AudioFile
        && before.AudioHash == after.AudioHash
        && before.Voice == after.Voice
        && before.Model == after.Model
        && before.Cues.SequenceEqual(after.Cues)
        && before.Words.SequenceEqual(after.Words);
}
