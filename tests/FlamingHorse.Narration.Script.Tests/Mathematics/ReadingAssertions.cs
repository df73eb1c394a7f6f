using FlamingHorse.Narration.Script.Mathematics;

namespace FlamingHorse.Narration.Script.Tests.Mathematics;

/// <summary>What holds for every reading, whatever the formula.</summary>
internal static class ReadingAssertions
{
    public static void ShouldBeSpeakable(FormulaReading reading, string latex)
    {
        reading.Spoken.ShouldNotBeNullOrWhiteSpace(latex);
        reading.Caption.ShouldNotBeNullOrWhiteSpace(latex);
        foreach (var c in reading.Spoken)
        {
            if (c is '\\' or '{' or '}' || char.IsControl(c))
                throw new ShouldAssertException($"{latex}: the reading '{reading.Spoken}' holds '{c}' (U+{(int)c:X4}).");
        }
        string.Join(' ', reading.Words.Select(word => word.Text)).ShouldBe(reading.Spoken, latex);
        if (reading.CaptionWords.Count > 0)
            string.Join(' ', reading.CaptionWords.Select(word => word.Text)).ShouldBe(reading.Caption, latex);
        foreach (var word in reading.Words)
        {
            if (
                word.Text.Any(char.IsWhiteSpace)
                || word.CaptionWord < 0
                || (word.CaptionWord > 0 && word.CaptionWord >= reading.CaptionWords.Count)
            )
            {
                throw new ShouldAssertException($"{latex}: the word '{word.Text}' has the caption word {word.CaptionWord}.");
            }
        }
    }
}
