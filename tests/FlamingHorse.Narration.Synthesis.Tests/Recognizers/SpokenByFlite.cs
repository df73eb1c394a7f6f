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
    private readonly Lazy<Task<IReadOnlyList<IReadOnlyList<WordTime>?>>> _found;
    private readonly List<TakeToCheck> _takes = [];

    public SpokenByFlite() => _found = new(SayAndAlignAsync);

    internal static IReadOnlyList<string> Sentences { get; } = Choose();

    /// <summary>With flite's own times of words. Known once <see cref="FindAsync"/> has ended.</summary>
    internal IReadOnlyList<TakeToCheck> Takes => _takes;

    /// <summary>The words of each take, as aligned; null of one that could not be.</summary>
    internal Task<IReadOnlyList<IReadOnlyList<WordTime>?>> FindAsync() => _found.Value;

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

    private async Task<IReadOnlyList<IReadOnlyList<WordTime>?>> SayAndAlignAsync()
    {
        foreach (var (i, sentence) in Sentences.Index())
        {
            _takes.Add(await FliteSpeech.SayAsync($"s{i:00}", sentence, _folder));
        }

        await using var aligner = new Aligner(_folder);
        return await aligner.AlignAsync(_takes);
    }
}
