using FlamingHorse.Narration.Fuzz.Targets;

namespace FlamingHorse.Narration.Script.Tests;

/// <summary>The fuzzer's inputs, without the fuzzer: what once broke a reader is among them.</summary>
public class FuzzCorpusTests
{
    [Theory]
    [MemberData(nameof(FuzzCorpus.Of), "manifest", MemberType = typeof(FuzzCorpus))]
    public void Every_text_of_the_corpus_is_a_manifest_or_is_refused(string input) =>
        ManifestTarget.Read(FuzzCorpus.Read("manifest", input)).ShouldBe(FuzzCorpus.IsTaken(input));

    [Theory]
    [MemberData(nameof(FuzzCorpus.Of), "script", MemberType = typeof(FuzzCorpus))]
    public void Every_text_of_the_corpus_is_spoken_or_too_long(string input) =>
        ScriptTarget.Read(FuzzCorpus.Read("script", input)).ShouldBe(FuzzCorpus.IsTaken(input));
}
