using FlamingHorse.Narration.Acceptance.Faults;
using FlamingHorse.Narration.Acceptance.Mlx;
using FlamingHorse.Narration.Acceptance.Neural;
using FlamingHorse.Narration.Acceptance.Planted;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(FlamingHorse.Narration.Acceptance.Workbench.LongestFirst))]

namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>
/// The classes that take 20 s and more begin first. xunit's own order had a class of a minute last, with one processor idle.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] _long =
    [
        .. new[]
        {
            typeof(PublishTests),
            typeof(ListeningTests),
            typeof(WorkerDeathTests),
            typeof(NaturalVoiceTests),
            typeof(HotReloadTests),
            typeof(AdditionTests),
            typeof(EditorTests),
            typeof(OverheadTests),
            typeof(PlantedTakesTests),
            typeof(MlxRecognizerTests),
            typeof(TutorialTests),
            typeof(LockFileTests),
            typeof(ShardTests),
            typeof(TwoCloneTests),
            typeof(BrokenSetUpTests),
            typeof(TargetTests),
            typeof(ScriptChangeTests),
        }.Select(type => type.FullName!),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(collection => Rank(collection))];

    /// <summary>A class without a collection of its own making has one that is named after it.</summary>
    private static int Rank(ITestCollection collection)
    {
        var at = Array.FindIndex(_long, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal));
        return at < 0 ? _long.Length : at;
    }
}
