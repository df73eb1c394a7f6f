using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Judging;
using FlamingHorse.Narration.Transcripts;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <summary>What a recognizer says of a take is looked at before anything is made of it.</summary>
internal static class HeardMessages
{
    private const int ShownRevision = 12;

    /// <param name="heard">What it said.</param>
    /// <param name="item">Of what.</param>
    /// <param name="likeness">What it said of voices when it was ready.</param>
    /// <param name="name">As in <c>NarrationRecognizer</c>.</param>
    /// <exception cref="RecognizerFailedException">It cannot be so.</exception>
    public static Hearing Read(
        WorkerMessage.Heard heard,
        ListenItem item,
        IReadOnlyDictionary<string, WorkerMessage.VoiceLikeness> likeness,
        string name
    )
    {
        if (heard.Similarity is { } similarity && !(similarity is >= -1.001 and <= 1.001))
        {
            throw new RecognizerFailedException("it gave a similarity that is not a cosine");
        }

        return new Hearing(NameOf(heard.Recognizer, name))
        {
            Transcript = heard.Transcript,
            Similarity = heard.Similarity,
            OwnSimilarity = likeness.GetValueOrDefault(item.Take.Clip.Request.Voice.Name)?.Own,
            Words = heard.Words is { Count: > 0 } words ? ReadWords(words, item.Text, item.Length) : null,
            Runs = [.. heard.Phones.Where(run => run is { Text.Count: 2, Heard.Count: 2 }).Select(ReadRun)],
        };
    }

    private static HeardRun ReadRun(WorkerMessage.HeardPhones run) =>
        new(new(run.Text[0], run.Text[1]), new(run.Heard[0], run.Heard[1]), new RunPhonemes(run.A ?? "", run.B ?? ""));

    /// <summary>Words in the order of the text and within the clip, rounded once, so that every machine sees the same.</summary>
    /// <param name="words">As they were told.</param>
    /// <param name="text">Of the take.</param>
    /// <param name="length">Of the clip.</param>
    /// <exception cref="RecognizerFailedException">They are something else.</exception>
    public static List<WordTime> ReadWords(IReadOnlyList<WorkerMessage.SpokenWord> words, string text, TimeSpan length)
    {
        var tokens = SpokenForm.Tokens(text).Length;
        var latest = length.TotalSeconds + 1d / WordTime.StepsPerSecond;
        var (last, time) = (-1, 0d);
        foreach (var word in words)
        {
            // Written so that NaN fails too.
            if (word.I <= last || word.I >= tokens || !(word.Start >= time && word.End >= word.Start))
            {
                throw new RecognizerFailedException("it gave words that are not in the order of the text");
            }

            if (!(word.End <= latest))
            {
                throw new RecognizerFailedException("it gave a word that ends after the clip");
            }

            (last, time) = (word.I, word.Start);
        }

        var most = (int)(length.TotalSeconds * WordTime.StepsPerSecond);
        return [.. words.Select(word => new WordTime(word.I, Step(word.Start), Step(word.End)))];

        int Step(double seconds) => Math.Min(most, (int)Math.Round(seconds * WordTime.StepsPerSecond));
    }

    private static string NameOf(WorkerMessage.HeardBy by, string name)
    {
        string[] parts =
        [
            by.Name.Length > 0 ? by.Name : name,
            .. by.Models,
            .. by.Revisions.Select(revision => revision.Length > ShownRevision ? revision[..ShownRevision] : revision),
        ];
        return string.Join(' ', parts);
    }
}
