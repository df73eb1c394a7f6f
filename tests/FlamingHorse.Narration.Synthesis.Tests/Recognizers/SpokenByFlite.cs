using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Synthesis.Tests.Recognizers;

/// <summary>
/// Sentences that flite says, 20 in a plain run and 50 with <c>NARRATION_SOAK=1</c>, with where its words begin and where the aligner finds
/// them; once for all tests of a class.
/// </summary>
public sealed class SpokenByFlite : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<(IReadOnlyList<TakeToCheck> Takes, IReadOnlyList<IReadOnlyList<WordTime>?> Found)>> _aligned;

    public SpokenByFlite() => _aligned = new(SayAndAlignAsync);

    internal static IReadOnlyList<string> Sentences { get; } = Choose();

    /// <summary>The takes with flite's own times of words, and the words of each as aligned; null of one that could not be.</summary>
    internal Task<(IReadOnlyList<TakeToCheck> Takes, IReadOnlyList<IReadOnlyList<WordTime>?> Found)> AlignAsync() => _aligned.Value;

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string[] Choose()
    {
        var files = new[] { "aligned-sentences.txt", "more-sentences.txt" }.Select(file =>
            Path.Combine(AppContext.BaseDirectory, "Data", file)
        );
        string[] all = [.. files.SelectMany(File.ReadAllLines)];
        var count = Math.Min(all.Length, Soak.Rounds(20, all.Length));
        return [.. Enumerable.Range(0, count).Select(i => all[i * all.Length / count])];
    }

    private async Task<(IReadOnlyList<TakeToCheck> Takes, IReadOnlyList<IReadOnlyList<WordTime>?> Found)> SayAndAlignAsync()
    {
        var takes = new List<TakeToCheck>();
        foreach (var (i, sentence) in Sentences.Index())
        {
            takes.Add(await FliteSpeech.SayAsync($"s{i:00}", sentence, _folder));
        }

        await using var aligner = new Aligner(_folder);
        return (takes, await aligner.AlignAsync(takes));
    }
}
