using FlamingHorse.Narration.Page.Tests.Support;
using FlamingHorse.Narration.Script.Mathematics;
using Microsoft.Playwright;

namespace FlamingHorse.Narration.Page.Tests.Browser;

/// <summary>Formulas on the page: typeset, shown in Unicode where they are clicked, and said beneath.</summary>
public class FormulaTests(Browsers browsers)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task A_formula_is_typeset_with_its_words_beneath(int width)
    {
        var lesson = await Calculus().WriteAsync();
        await using var open = await browsers.OpenAsync(lesson, width, 900);
        await open.SelectAsync("Integral");
        await open.Inspector.Locator(".said").ScrollIntoViewIfNeededAsync();
        await open.ScreenshotAsync($"formulas-{width}");

        var inspector = open.Inspector;
        (await inspector.Locator(".typeset math").CountAsync()).ShouldBe(2);
        (await inspector.Locator(".typeset math msubsup, .typeset math munderover").CountAsync()).ShouldBe(1);
        (await inspector.Locator(".caption").InnerTextAsync()).ShouldContain("∫₀¹ x² dx");
        (await inspector.Locator(".said p").InnerTextAsync()).ShouldContain("the integral from zero to one of x squared, d x");
        (await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(width);
        open.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_filter_lists_the_segments_with_formulas()
    {
        await using var open = await browsers.OpenAsync(await Calculus().WriteAsync());

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Formulas" }).First.ClickAsync();

        (await open.RowsAsync()).ShouldBe(["Integral", "Macro"]);
    }

    [Fact]
    public async Task A_formula_that_cannot_be_typeset_stands_as_it_was_written()
    {
        await using var open = await browsers.OpenAsync(await Calculus().WriteAsync());

        await open.SelectAsync("Macro");

        (await open.Inspector.Locator(".typeset code").InnerTextAsync()).ShouldBe(@"\nope<script>");
        open.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_macro_of_the_project_is_typeset_as_what_it_stands_for()
    {
        var macros = FormulaMacros.Parse(@"\newcommand{\norm}[1]{\left\lVert#1\right\rVert}\DeclareMathOperator{\rank}{rank}", []);
        var lesson = await new Lesson(browsers.NewFolder()) { Formulas = new(macros, _ => FormulaOverrides.None, tellsCapitals: false) }
            .Add("Scenes.Intro.Norm", @"Here is $\norm{x+y}\le\rank A$.")
            .WriteAsync();
        await using var open = await browsers.OpenAsync(lesson);

        await open.SelectAsync("Norm");

        (await open.Inspector.Locator(".typeset code").CountAsync()).ShouldBe(0);
        (await open.Inspector.Locator(".typeset math").TextContentAsync())!.ShouldContain("rank");
        (await open.Inspector.Locator(".said p").InnerTextAsync()).ShouldContain("the norm of x plus y");
        open.ShouldBeQuiet();
    }

    private Lesson Calculus() =>
        new Lesson(browsers.NewFolder())
            .Add("Scenes.Intro.Welcome", "Welcome to calculus.")
            .Add("Scenes.Intro.Integral", @"So $\int_0^1 x^2\,dx$ is <mark name='third'/>$\frac{1}{3}$, as we said.")
            .Add("Scenes.Intro.Macro", @"Here is $\nope<script>$ of it.", spokenAs: "Here is something.");
}
