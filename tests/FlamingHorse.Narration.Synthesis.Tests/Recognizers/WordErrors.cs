using System.Globalization;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Synthesis.Tests.Recognizers;

/// <summary>How far starts of words are from where they are known to be, in ms; a late one is positive.</summary>
internal sealed record WordErrors(IReadOnlyList<int> Late)
{
    public static WordErrors Of(IEnumerable<(IReadOnlyList<WordTime> Known, IReadOnlyList<WordTime> Heard)> clips) =>
        new([.. clips.SelectMany(clip => clip.Known.Zip(clip.Heard)).Select(pair => (pair.Second.Start - pair.First.Start) * Step)]);

    private const int Step = 1000 / WordTime.StepsPerSecond;

    public int Bias => Late.Order().ElementAt(Late.Count / 2);

    public int Median => Sizes[Late.Count / 2];

    public int Percentile95 => Sizes[Late.Count * 95 / 100];

    /// <summary>The same with this bias taken off.</summary>
    public WordErrors Without(int bias) => new([.. Late.Select(late => late - bias)]);

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Late.Count} words, {Bias} ms late: median {Median} ms, p95 {Percentile95} ms, worst {Sizes[^1]} ms"
        );

    private List<int> Sizes => [.. Late.Select(Math.Abs).Order()];
}
