using FlamingHorse.Narration.Fuzz.Targets;

namespace FlamingHorse.Narration.Synthesis.Tests;

/// <summary>The fuzzer's inputs, without the fuzzer: what once broke a reader is among them.</summary>
public class FuzzCorpusTests
{
    [Theory]
    [MemberData(nameof(FuzzCorpus.Of), "wav", MemberType = typeof(FuzzCorpus))]
    public void Every_file_of_the_corpus_is_a_WAV_or_is_refused(string input) =>
        WavTarget.Read(FuzzCorpus.Read("wav", input)).ShouldBe(FuzzCorpus.IsTaken(input));

    [Theory]
    [MemberData(nameof(FuzzCorpus.Of), "messages", MemberType = typeof(FuzzCorpus))]
    public void Every_output_of_the_corpus_is_messages_or_is_refused(string input) =>
        MessagesTarget.Read(FuzzCorpus.Read("messages", input)).ShouldBe(FuzzCorpus.IsTaken(input));
}
