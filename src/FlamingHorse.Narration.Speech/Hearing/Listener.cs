namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>
/// Listens to a take: first with a short context, then with the whole window if something seems wrong, because the short context is wrong
/// more often. The result of the whole window counts. If no word accounts for a stretch of speech, it listens once more from there on.
/// </summary>
internal sealed class Listener(Ear ear, TranscriptReader reader)
{
    public Ear Ear => ear;

    /// <param name="path">The take's file.</param>
    /// <param name="text">The text that it should say; the recognizer does not get it.</param>
    /// <param name="language">Full name, lower case.</param>
    /// <param name="cancellation">Ends the listening.</param>
    public async Task<HeardTake> ListenAsync(string path, string text, string language, CancellationToken cancellation)
    {
        var sound = HeardSound.Read(path);
        var heard = Ear.CanHearShort(sound)
            ? await ear.HearAsync(sound, language, isShort: true, cancellation).ConfigureAwait(false)
            : null;
        var take = heard is null ? null : Compare(heard.Text);
        if (heard is null || heard.Text.Length == 0 || HasFault(take!))
        {
            heard = await ear.HearAsync(sound, language, isShort: false, cancellation).ConfigureAwait(false);
            take = Compare(heard.Text);
        }

        if (
            HasFault(take!)
            || !Ear.CanHearShort(sound)
            || UnwrittenSpeech.Find(sound, heard.Words, reader.CountSounds(heard.Text, language)) is not var (word, time)
        )
        {
            return take!;
        }

        // From there on, the sound has only one of the two phrases, so there is no repetition that could be smoothed over.
        var rest = await ear.HearAsync(
                sound.Window((int)(time * HeardSound.SampleRate), WindowCall.MostSeconds),
                language,
                isShort: true,
                cancellation
            )
            .ConfigureAwait(false);
        var again = Compare(string.Join(' ', [.. heard.Words.Take(word).Select(one => one.Text), rest.Text]));
        return reader.HasRepetition(text, again, language) ? again : take!;

        HeardTake Compare(string transcript) => new(transcript, reader.Compare(text, transcript, language));
        bool HasFault(HeardTake one) => TranscriptReader.HasFault(one.Runs, language);
    }
}
