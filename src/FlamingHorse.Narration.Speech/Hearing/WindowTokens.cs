using System.Globalization;
using Whisper.net;

namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>The tokens that Whisper wrote for one window, as words with times.</summary>
/// <param name="tokens">In order, including those for times and for the beginning of the text.</param>
internal sealed class WindowTokens(IReadOnlyList<WhisperToken> tokens)
{
    private const string SpecialPrefix = "[_";
    private const string TimePrefix = "[_TT_";
    private const double SecondsOfTime = 0.02;
    private const double SecondsOfStep = 0.01;

    /// <summary>Seconds into the window at which the last sentence ends; null if no time was written.</summary>
    public double? LastTime => tokens.Select(TimeOf).LastOrDefault(time => time is not null);

    /// <summary>Whether it did not hear the whole window: it then wrote the last time twice.</summary>
    public bool WantsMore => tokens.Count > 1 && TimeOf(tokens[^2]) is not null && TimeOf(tokens[^1]) is not null;

    /// <summary>A word ends with its last letter: the token of a comma ends with the pause.</summary>
    /// <param name="offset">Seconds of the window's first sample.</param>
    /// <returns>Empty if a token has no time.</returns>
    public IReadOnlyList<TimedWord> ToWords(double offset)
    {
        var words = new List<TimedWord>();
        foreach (var token in tokens.Where(token => token.Text?.StartsWith(SpecialPrefix, StringComparison.Ordinal) == false))
        {
            if (token.DtwTimestamp < 0)
            {
                return [];
            }

            var (text, end) = (token.Text!, offset + token.DtwTimestamp * SecondsOfStep);
            if (words.Count == 0 || text.StartsWith(' '))
            {
                words.Add(new(text.Trim(), end));
            }
            else
            {
                words[^1] = new(words[^1].Text + text, text.Any(char.IsLetterOrDigit) ? end : words[^1].End);
            }
        }

        return words;
    }

    private static double? TimeOf(WhisperToken token) =>
        token.Text is { } text
        && text.StartsWith(TimePrefix, StringComparison.Ordinal)
        && int.TryParse(text[TimePrefix.Length..].TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            ? time * SecondsOfTime
            : null;
}
