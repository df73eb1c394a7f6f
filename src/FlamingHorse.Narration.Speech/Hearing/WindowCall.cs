using Whisper.net;

namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>
/// One call of whisper.cpp for one window. If whisper.cpp continues to the next window by itself, it loses the text of later windows when
/// it also computes times, and it ends the process at a rest of 0.15 s (<c>whisper_exp_compute_token_level_timestamps_dtw</c>).
/// </summary>
/// <param name="factory">The loaded model.</param>
/// <param name="language">Full name, lower case.</param>
internal sealed class WindowCall(WhisperFactory factory, string language)
{
    /// <summary>More is an error of whisper.cpp.</summary>
    public const int MostSeconds = 30;

    private const int StepsPerSecond = 50;

    /// <summary>Extra steps beyond the clip; without them, its last words are lost.</summary>
    private const int SpareSteps = 256;

    /// <summary>Whether a short context is shorter than the whole window.</summary>
    public static bool CanBeShort(HeardSound sound) => ShortContext(sound) < MostSeconds * StepsPerSecond;

    /// <param name="window">At most 30 s.</param>
    /// <param name="isShort">Use only the context that the window needs.</param>
    /// <param name="cancellation">Ends the listening; a native call that has started runs to its end.</param>
    public async Task<(string Text, WindowTokens Tokens)> HearAsync(HeardSound window, bool isShort, CancellationToken cancellation)
    {
        // A builder for each call: its processors share their options, and the context cannot be set later.
        var builder = factory
            .CreateBuilder()
            .WithLanguage(language)
            .WithThreads(1)
            .WithNoContext()
            .WithMaxLastTextTokens(0)
            .WithTemperatureInc(0)
            .WithSingleSegment();
        var processor = (isShort && CanBeShort(window) ? builder.WithAudioContextSize(ShortContext(window)) : builder).Build();
        await using (processor.ConfigureAwait(false))
        {
            var (text, tokens) = ("", new List<WhisperToken>());
            await foreach (var segment in processor.ProcessAsync(window.Samples, cancellation).ConfigureAwait(false))
            {
                text += segment.Text;
                tokens.AddRange(segment.Tokens ?? []);
            }

            return (text.Trim(), new(tokens));
        }
    }

    /// <summary>Encoder steps of 20 ms.</summary>
    private static int ShortContext(HeardSound sound) => (int)Math.Ceiling(sound.Seconds * StepsPerSecond) + SpareSteps;
}
