using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;
using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

/// <summary>What <c>PrepareNarration</c> says of the aligner: a row where it was named, by a trial of the program.</summary>
public sealed class PocketSphinxPreparationTests : IDisposable
{
    private readonly Studio _studio = new Studio().Say("a", "A row.");
    private readonly ListLog _log = new();

    public PocketSphinxPreparationTests() => _studio.Properties["NarrationRecognizer"] = "pocketsphinx";

    public void Dispose() => _studio.Dispose();

    [Fact]
    [Trait("Needs", "Debian's pocketsphinx-en-us, and a shell that starts its program")]
    public async Task A_program_that_runs_is_a_row_without_a_fault()
    {
        UseProgram("exit 0");

        (await RunAsync()).ShouldBeTrue();

        _log.Findings.ShouldBeEmpty();
        _log.Lines.ShouldHaveSingleItem().ShouldStartWith("ok");
    }

    [Fact]
    [Trait("Needs", "Debian's pocketsphinx-en-us, and a shell that starts its program")]
    public async Task A_program_that_fails_is_reported_in_its_own_words_with_a_cure()
    {
        UseProgram("echo 'ERROR: no model here' >&2; exit 3");

        (await RunAsync()).ShouldBeFalse();

        var finding = _log.Findings.ShouldHaveSingleItem();
        finding.Kind.Code.ShouldBe("FHN2060");
        finding.Message.ShouldContain("ended with code 3. ERROR: no model here");
        finding.Message.ShouldContain("Install pocketsphinx and pocketsphinx-en-us again");
        _log.Lines.ShouldHaveSingleItem().ShouldStartWith("error");
    }

    [Fact]
    public async Task A_missing_program_is_an_error_where_it_was_named()
    {
        _studio.Variables["PATH"] = _studio.Folder.Path;

        (await RunAsync()).ShouldBeFalse();

        _log.Findings.ShouldHaveSingleItem().Message.ShouldStartWith("pocketsphinx: ");
    }

    [Theory]
    [InlineData("NarrationRecognizer", "Auto")]
    [InlineData("NarrationCheck", "Off")]
    public async Task An_aligner_that_nobody_asked_for_is_not_mentioned(string property, string value)
    {
        _studio.Variables["PATH"] = _studio.Folder.Path;
        _studio.Properties[property] = value;

        (await RunAsync()).ShouldBeTrue();

        (_log.Findings.Count, _log.Lines.Count).ShouldBe((0, 0));
    }

    private void UseProgram(string script)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(PocketSphinxFiles.DebianFolder))
        {
            Assert.Skip("Debian's package pocketsphinx-en-us is not installed.");
        }

        var program = _studio.Folder.WriteProgram(PocketSphinxFiles.ProgramName, $"#!/bin/sh\n{script}\n");
        _studio.Variables["PATH"] = $"{Path.GetDirectoryName(program)}:/usr/bin:/bin";
    }

    private Task<bool> RunAsync() =>
        new PocketSphinxCheck(
            new PreparationContext
            {
                Settings = _studio.Settings([]),
                Voices = [],
                ProjectDirectory = _studio.Folder.Path,
                IntermediateDirectory = _studio.Folder["obj"],
                WorkersDirectory = Path.Combine(Repository.Root, "src", "launcher"),
                IsProgramHere = _ => false,
                Log = _log,
            }
        ).RunAsync(TestContext.Current.CancellationToken);
}
