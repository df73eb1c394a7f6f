using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Judging;

namespace FlamingHorse.Narration.Synthesis.Tests.Recognizers;

/// <summary>Programs in pocketsphinx's place that are missing, crash, hang or lie.</summary>
[Trait("Needs", Aligner.Needs)]
public sealed class AlignerFaultTests : IDisposable
{
    /// <summary>Runs the real program, then changes what it wrote; <c>$result</c> names that file.</summary>
    private const string Real = """
        #!/bin/sh
        pocketsphinx_batch "$@" || exit 1
        while [ "$1" != -hypseg ]; do shift; done
        result=$2

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_missing_aligner_is_reported_once_with_the_cure()
    {
        await using var aligner = new Aligner(_folder, _folder["nowhere"]);
        (await aligner.CheckAsync(Take("One."), Take("Two."))).ShouldAllBe(verdict => verdict == TakeVerdict.NotHeard);
        await aligner.CheckAsync(Take("Three."));

        var finding = aligner.Findings.ShouldHaveSingleItem();
        finding.Kind.ShouldBe(VoiceFindings.RecognizerUnavailable);
        finding.Message.ShouldContain("apt-get install pocketsphinx");
    }

    [Fact]
    public async Task An_aligner_that_crashes_on_one_take_is_asked_about_the_others_one_by_one()
    {
        // Each take is asked for alone after the batch failed, and the one of two words fails again.
        await using var aligner = Faulty("""grep -q _1_0_0 "$(dirname "$result")/words.dict" && exit 139""");
        var words = await aligner.AlignAsync(await SayAsync("Parabola"), await SayAsync("Small triangle"), await SayAsync("Temperature"));

        words[0].ShouldNotBeNull().Count.ShouldBe(1);
        words[1].ShouldBeNull();
        words[2].ShouldNotBeNull().Count.ShouldBe(1);
        aligner.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("exit 139", "code 139")] // crashes
    [InlineData("rm \"$result\"", "code 0")] // says nothing
    [InlineData("sed -i 's/ [0-9]* \\([0-9-]* [0-9-]* c\\)/ 99999 \\1/g' \"$result\"", "after the clip|not in the order")]
    [InlineData("sed -i 's/ [0-9]* \\([0-9-]* [0-9-]* c\\)/ nan \\1/g' \"$result\"", "not in the order")]
    [InlineData("sed -i 's/ [0-9]* \\([0-9-]* [0-9-]* c\\)/ soon \\1/g' \"$result\"", "'soon' where the number of a frame belongs")]
    public async Task An_aligner_that_crashes_or_lies_every_time_is_disabled_with_one_message(string fault, string reason)
    {
        await using var aligner = Faulty(fault);
        var take = await SayAsync("A triangle.");
        (await aligner.CheckAsync(take, take, take)).ShouldAllBe(verdict => verdict == TakeVerdict.NotHeard);

        var finding = aligner.Findings.ShouldHaveSingleItem();
        finding.Kind.ShouldBe(VoiceFindings.RecognizerFailed);
        finding.Message.ShouldMatch(reason);
        Directory.GetFileSystemEntries(aligner.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_aligner_that_hangs_is_ended_and_the_takes_are_skipped()
    {
        var program = _folder.WriteProgram("aligner", "#!/bin/sh\nsleep 600\n");
        await using var aligner = new Aligner(_folder, program, TimeSpan.FromSeconds(0.5));
        (await aligner.CheckAsync(Take("One."))).ShouldBe([TakeVerdict.NotHeard]);
        aligner.Trace.ShouldContain(line => line.Contains("did not end within"));
    }

    private Aligner Faulty(string fault) => new(_folder, _folder.WriteProgram("aligner", Real + fault + "\nexit 0\n"));

    private Task<TakeToCheck> SayAsync(string text) => FliteSpeech.SayAsync("a", text, _folder);

    private static TakeToCheck Take(string text)
    {
        var raw = new RawClip(Signals.Tone(2).Then(Signals.Silence(0.1)));
        return new TakeToCheck(new ClipJudge().Judge(Requests.For("a", text, Requests.Voice("system"), seconds: 2), raw, 1).Clip!, raw);
    }
}
