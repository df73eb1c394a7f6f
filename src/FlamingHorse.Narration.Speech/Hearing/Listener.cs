namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>
/// Listens to a take: with a short context first, and with the whole window where something seems wrong, since the short one is wrong more
/// often. What the whole window says counts.
/// </summary>
internal sealed class Listener(Ear ear, TranscriptReader reader)
{
    public Ear Ear => ear;

    /// <param name="path">The take's file.</param>
    /// <param name="text">What it is to say; the recognizer is not told.</param>
    /// <param name="language">Full name, lower case.</param>
    /// <param name="cancellation">Ends the listening.</param>
    public async Task<HeardTake> ListenAsync(string path, string text, string language, CancellationToken cancellation)
    {
        var sound = HeardSound.Read(path);
        if (Ear.CanHearShort(sound))
        {
            var quick = await HearAsync(sound, text, language, isShort: true, cancellation).ConfigureAwait(false);
            if (quick.Transcript.Length > 0 && !TranscriptReader.HasFault(quick.Runs, language))
            {
                return quick;
            }
        }

        return await HearAsync(sound, text, language, isShort: false, cancellation).ConfigureAwait(false);
    }

    private async Task<HeardTake> HearAsync(HeardSound sound, string text, string language, bool isShort, CancellationToken cancellation)
    {
        var transcript = await ear.HearAsync(sound, language, isShort, cancellation).ConfigureAwait(false);
        return new(transcript, reader.Compare(text, transcript, language));
    }
}
