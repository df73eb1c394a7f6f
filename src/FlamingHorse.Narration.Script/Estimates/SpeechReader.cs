namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>Goes through a text as a voice does.</summary>
internal sealed class SpeechReader(string text, int start, int end, string language)
{
    public SpeechMeasure Read()
    {
        double syllables = 0, pauses = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] is ',' or ';' && i + 1 < end)
                pauses++;
            else if (text[i] is '.' or '!' or '?' && i + 2 < end)
                pauses += 2;
            else if ("aeiouy".IndexOf(char.ToLowerInvariant(text[i])) >= 0)
                syllables += 0.8;
        }
        _ = language;
        return new SpeechMeasure(syllables, pauses);
    }
}
