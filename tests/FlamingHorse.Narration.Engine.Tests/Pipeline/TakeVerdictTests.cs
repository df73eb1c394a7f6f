using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Pipeline.Progress;
using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

/// <summary>Verdicts on their way from those who listened to lock, summary and messages.</summary>
public sealed class TakeVerdictTests : IDisposable
{
    private const string By = "whisper tiny.en";

    private readonly Studio _studio = new Studio().Say("a", "A red row.").Say("b", "A blue row.");

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task A_verdict_is_written_to_lock_and_summary()
    {
        _studio.Synthesizer.Checks = request => Heard(request.Text);
        var outcome = await _studio.BuildAsync();

        outcome.Findings.ShouldBeEmpty();
        _studio.Lock.Segments["a"].Check.ShouldBe(new LockedCheck("heard", By));
        _studio.Lock.Schema.ShouldBe(2);
        var row = BuildSummaryFile.Read(_studio.Intermediate)!.Rows.Single(row => row.Id == "a");
        (row.Verdict, row.Heard, row.Recognizer).ShouldBe(("heard", "A red row.", By));
    }

    [Fact]
    public async Task Without_a_recognizer_lock_and_summary_gain_nothing_and_one_line_counts_the_takes()
    {
        await _studio.BuildAsync();
        _studio.Lock.Schema.ShouldBe(1);
        File.ReadAllText(_studio.LockPath).ShouldNotContain("check");
        File.ReadAllText(Path.Combine(_studio.Intermediate, BuildSummaryFile.FileName)).ShouldNotContain("verdict");
        _studio.Log.Lines.Count(line => line.Contains("nobody has listened to 2 new takes")).ShouldBe(1);

        await _studio.BuildAsync();
        _studio.Log.Lines.ShouldNotContain(line => line.Contains("nobody has listened"));
    }

    [Fact]
    public async Task A_doubt_is_reported_at_the_text_until_a_person_settles_it()
    {
        _studio.Synthesizer.Checks = request => request.Id == "b" ? Heard("a blue tow", TakeOutcome.Doubtful) : Heard(request.Text);
        var finding = (await _studio.BuildAsync()).Findings.ShouldHaveSingleItem();
        (finding.Kind.Code, finding.Place!.File).ShouldBe(("FHN4002", "b.cs"));
        finding.Message.ShouldContain("heard \"tow\" for \"row\"");
        finding.Message.ShouldContain("NarrationAccept=b");
        var audio = _studio.Lock.Segments["b"].AudioHash;

        (await _studio.BuildAsync()).Codes().ShouldBe(["FHN4002"], "it still holds");
        (await _studio.BuildAsync("NarrationAccept", "b")).Findings.ShouldBeEmpty();
        _studio.Lock.Segments["b"].Check.ShouldBe(LockedCheck.ByPerson);
        _studio.Lock.Segments["b"].AudioHash.ShouldBe(audio);
        (await _studio.BuildAsync()).Findings.ShouldBeEmpty();
        (await _studio.BuildAsync("NarrationLockedMode", "true")).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_persons_verdict_applies_to_that_audio_and_not_to_the_next_take()
    {
        _studio.Synthesizer.Checks = _ => Heard("a blue tow", TakeOutcome.Doubtful);
        await _studio.BuildAsync("NarrationAccept", "*");
        _studio.Lock.Segments.Values.ShouldAllBe(segment => segment.Check == LockedCheck.ByPerson);

        (await _studio.BuildAsync("NarrationRetake", "b")).Codes().ShouldBe(["FHN4002"]);
        _studio.Lock.Segments["b"].Check!.Verdict.ShouldBe("doubtful");
    }

    [Fact]
    public async Task Required_fails_on_a_doubt_and_on_a_take_that_nobody_heard()
    {
        _studio.Properties["NarrationRecognizer"] = "None";
        _studio.Synthesizer.Checks = request => request.Id == "b" ? Heard("a blue tow", TakeOutcome.Doubtful) : null;
        (await _studio.BuildAsync("NarrationCheck", "Required")).Codes().ShouldBe(["FHN4004", "FHN4003"], ignoreOrder: true);
        (await _studio.BuildAsync("NarrationCheck", "Off")).Findings.ShouldBeEmpty();
        _studio.Properties["NarrationCheck"] = "Required";
        (await _studio.BuildAsync("NarrationAccept", "*")).Findings.ShouldBeEmpty();
        (await _studio.BuildAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_alignment_alone_does_not_count_as_listening()
    {
        _studio.Properties["NarrationRecognizer"] = "None";
        _studio.Synthesizer.Checks = _ => [new TakeCheck(TakeOutcome.Heard, "aligner") { Words = [new(0, 1, 2)] }];
        (await _studio.BuildAsync("NarrationCheck", "Required")).Codes().ShouldBe(["FHN4004", "FHN4004"]);
        _studio.Lock.Segments["a"].Check.ShouldBeNull();
    }

    [Fact]
    public async Task A_check_without_a_recognizer_says_so_once_with_a_cure()
    {
        _studio.Properties["NarrationRecognizer"] = "None";
        await _studio.BuildAsync();
        var check = await _studio.BuildAsync(request => request with { IsCheck = true });
        var finding = check.Findings.ShouldHaveSingleItem();
        (finding.Kind.Code, finding.Place!.File).ShouldBe(("FHN4005", "a.cs"));
        finding.Message.ShouldContain("Nobody has listened to 2 takes: a, b.");
        finding.Message.ShouldContain("PrepareNarration");

        _studio.Properties["NarrationCheck"] = "Off";
        (await _studio.BuildAsync(request => request with { IsCheck = true })).Findings.ShouldBeEmpty();
        _studio.Properties["NarrationCheck"] = "Required";
        var required = await _studio.BuildAsync(request => request with { IsCheck = true });
        required.Codes().ShouldNotContain("FHN4005");
        required.Codes().Count(code => code == "FHN4004").ShouldBe(2);
    }

    [Fact]
    public async Task What_the_last_check_refused_is_made_again_and_nothing_else()
    {
        await _studio.BuildAsync();
        var before = _studio.Lock.Segments;
        Directory.CreateDirectory(_studio.Intermediate);
        CheckReportFile.Write(
            _studio.Intermediate,
            new CheckReport
            {
                Takes = [new("b", before["b"].AudioHash, "refused", "a blue", By), new("a", before["a"].AudioHash, "heard", "", By)],
            }
        );

        var outcome = await _studio.BuildAsync("NarrationRetake", "failed");
        outcome.Summary.Synthesized.ShouldBe(1);
        _studio.Lock.Segments["b"].AudioHash.ShouldNotBe(before["b"].AudioHash);
        _studio.Lock.Segments["a"].AudioHash.ShouldBe(before["a"].AudioHash);
        (await _studio.BuildAsync("NarrationRetake", "failed")).Summary.Synthesized.ShouldBe(
            0,
            "the new take is not the one that was refused"
        );
    }

    [Fact]
    public async Task A_pattern_that_accepts_nothing_is_reported()
    {
        var finding = (await _studio.BuildAsync("NarrationAccept", "c*")).Findings.ShouldHaveSingleItem();
        finding.Kind.Code.ShouldBe("FHN4007");
        finding.Message.ShouldContain("\"c*\"");
    }

    private static IReadOnlyList<TakeCheck> Heard(string transcript, TakeOutcome verdict = TakeOutcome.Heard) =>
        [new TakeCheck(verdict, By) { Transcript = transcript }];
}
