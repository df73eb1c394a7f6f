using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

/// <summary>Takes of texts with formulas, those of older packages among them, which spoke a formula as it is written.</summary>
public sealed class FormulaTakeTests : IDisposable
{
    private const string Text = "We see $x+y$.";

    // What an older package gave to the voice is what SpokenAs gives to it.
    private readonly Studio _studio = new Studio().Say("Intro.A", Text, segment => segment with { SpokenAs = Text });

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task A_take_of_an_older_package_is_kept_and_reported()
    {
        await _studio.BuildAsync();
        _studio.Synthesizer.Made.Single().Text.ShouldBe(Text);

        var outcome = await _studio.Say("Intro.A", Text).BuildAsync();

        outcome.Summary.Synthesized.ShouldBe(0);
        var finding = outcome.Findings.ShouldHaveSingleItem();
        finding.Kind.Code.ShouldBe("FHN1034");
        finding.Message.ShouldContain("NarrationRetake=Intro.A");
        (finding.Place!.Line, finding.Place.Column).ShouldBe((7, 5));
    }

    [Fact]
    public async Task A_retake_reads_the_formula()
    {
        await _studio.BuildAsync();

        var outcome = await _studio.Say("Intro.A", Text).BuildAsync("NarrationRetake", "Intro.A");

        outcome.Findings.ShouldBeEmpty();
        _studio.Synthesizer.Made.Last().Text.ShouldBe("We see x plus y.");
        (await _studio.BuildAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_that_was_never_spoken_has_its_formula_read()
    {
        _studio.Say("Intro.A", Text);

        (await _studio.BuildAsync()).Findings.ShouldBeEmpty();

        _studio.Synthesizer.Made.Single().Text.ShouldBe("We see x plus y.");
    }
}
