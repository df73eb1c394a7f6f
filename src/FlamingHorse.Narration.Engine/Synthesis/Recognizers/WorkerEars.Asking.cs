using System.Globalization;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Connection;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers;

/// <content>Takes on their way to the worker.</content>
internal sealed partial class WorkerEars
{
    private const int MostItems = 8;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TakeVerdict>> CheckAsync(IReadOnlyList<TakeToCheck> takes, CancellationToken cancellation)
    {
        var verdicts = Enumerable.Repeat(TakeVerdict.NotHeard, takes.Count).ToArray();
        var groups = takes
            .Select((take, position) => (take, position))
            .GroupBy(item => (item.take.Clip.Request.Language, item.take.Clip.Request.Voice.Name));
        foreach (var items in groups.SelectMany(group => group.Chunk(MostItems)))
        {
            var answers = await AskAsync([.. items.Select(item => item.take)], cancellation).ConfigureAwait(false);
            foreach (var ((take, position), hearing) in items.Zip(answers))
            {
                verdicts[position] = hearing is null ? TakeVerdict.NotHeard : TranscriptJudge.Judge(take, hearing);
            }
        }

        return verdicts;
    }

    private async Task<IReadOnlyList<Hearing?>> AskAsync(IReadOnlyList<TakeToCheck> takes, CancellationToken cancellation)
    {
        var request = takes[0].Clip.Request;
        IReadOnlyList<AskedTake> asked;
        lock (_gate)
        {
            var isDeaf = _ready.Hears.Count > 0 && !_ready.Hears.Contains(request.Language, StringComparer.OrdinalIgnoreCase);
            if (_send is not { } send || isDeaf)
            {
                return [.. takes.Select(_ => (Hearing?)null)];
            }

            var batch = ++_last;
            asked = [.. takes.Select(take => new AskedTake(Lay(take, ++_last), cancellation))];
            foreach (var one in asked)
            {
                _open.Add(one.Item.Id, one);
            }

            send(HostMessage.Listen(batch, request.Language, request.Voice.Name, asked.Select(one => one.Item.ToAsk())));
        }

        try
        {
            return await Task.WhenAll(asked.Select(one => one.Heard.Task)).WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            foreach (var one in asked)
            {
                File.Delete(one.Item.Path);
            }
        }
    }

    private ListenItem Lay(TakeToCheck take, long id)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{setup.Name}-{id}.wav"));
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        file.Write(take.Clip.Wav.Span);
        return new ListenItem(id, path, take, 0);
    }

    private sealed record AskedTake(ListenItem Item, CancellationToken Cancellation)
    {
        public TaskCompletionSource<Hearing?> Heard { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
