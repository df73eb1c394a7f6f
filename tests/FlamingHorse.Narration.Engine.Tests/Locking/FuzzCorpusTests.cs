using FlamingHorse.Narration.Fuzz.Targets;

namespace FlamingHorse.Narration.Engine.Tests.Locking;

/// <summary>The fuzzer's inputs, without the fuzzer: what once broke a reader is among them.</summary>
public class FuzzCorpusTests
{
    [Theory]
    [MemberData(nameof(FuzzCorpus.Of), "lock", MemberType = typeof(FuzzCorpus))]
    public void Every_file_of_the_corpus_is_a_lock_or_is_refused(string input) =>
        LockTarget.Read(FuzzCorpus.Read("lock", input)).ShouldBe(FuzzCorpus.IsTaken(input));
}
