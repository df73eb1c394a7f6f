using System.Globalization;
using FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;

/// <summary>Aligns a batch of takes to their texts by one run of <c>pocketsphinx_batch</c>.</summary>
internal sealed class PocketSphinxListener(PocketSphinxSetup setup, string folder, PronouncingDictionary dictionary, Action<string> trace)
    : IListener
{
    private int _batches;

    /// <inheritdoc/>
    public bool Hears(string language) => LanguageTag.IsEnglish(language);

    /// <inheritdoc/>
    public async Task ListenAsync(IReadOnlyList<ListenItem> items, Action<ListenItem, Hearing?> onAnswer, CancellationToken cancellation)
    {
        var tasks = items.Select((item, i) => new AlignmentTask($"c{i}", item, TokenReadings.Of(item.Text))).ToList();
        await LearnAsync(tasks, cancellation).ConfigureAwait(false);
        tasks = [.. tasks.Select(WithWhatCanBeSaid)];
        var known = tasks.Where(task => task.Tokens is { Count: > 0 } && task.Tokens.All(token => token.Ways.Count > 0)).ToList();
        foreach (var task in tasks.Except(known))
        {
            onAnswer(task.Item, null);
        }

        if (known.Count == 0)
        {
            return;
        }

        var batch = Directory.CreateDirectory(Path.Combine(folder, $"align-{Number(++_batches)}")).FullName;
        try
        {
            var answers = await new AlignmentRun(setup, dictionary, batch).AlignAsync(known, cancellation).ConfigureAwait(false);
            foreach (var task in known)
            {
                onAnswer(task.Item, answers.TryGetValue(task.Name, out var words) ? Heard(words, task.Item) : null);
            }
        }
        finally
        {
            Directory.Delete(batch, recursive: true);
        }
    }

    /// <inheritdoc/>
    public Task CloseAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Hearing Heard(IReadOnlyList<WorkerMessage.SpokenWord> words, ListenItem item)
    {
        return new($"{PocketSphinxSetup.Recognizer} {PocketSphinxFiles.ModelName}")
        {
            Words = HeardMessages.ReadWords(
                [.. words.Select(word => word with { Start = WithinClip(word.Start), End = WithinClip(word.End) })],
                item.Text,
                item.Length
            ),
        };

        // A word may reach into the silence that was laid around the clip, and no further.
        double WithinClip(double seconds) =>
            seconds is < 0 and >= -AlignmentAnswer.Lead ? 0
            : seconds > item.Length.TotalSeconds && seconds <= item.Length.TotalSeconds + AlignmentAnswer.Lead ? item.Length.TotalSeconds
            : seconds;
    }

    private AlignmentTask WithWhatCanBeSaid(AlignmentTask task) =>
        task with
        {
            Tokens =
            [
                .. task.Tokens.Select(token =>
                    token with
                    {
                        Ways = [.. token.Ways.Where(way => way.All(word => dictionary.Find(word).Count > 0))],
                    }
                ),
            ],
        };

    /// <summary>Words that the dictionary lacks are asked for together, and remembered.</summary>
    private async Task LearnAsync(IReadOnlyList<AlignmentTask> tasks, CancellationToken cancellation)
    {
        var unknown = tasks
            .SelectMany(task => task.Tokens)
            .Where(token => !token.Ways.Any(way => way.All(word => dictionary.Find(word).Count > 0)))
            .SelectMany(token => token.Ways.SelectMany(way => way))
            .Where(word => dictionary.Find(word).Count == 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (unknown.Count == 0)
        {
            return;
        }

        var phones = await setup.Reader.ReadAsync(unknown, trace, cancellation).ConfigureAwait(false);
        foreach (var (word, sounds) in unknown.Zip(phones).Where(pair => pair.Second.Length > 0))
        {
            dictionary.Add(word, sounds);
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
