using FlamingHorse.Narration.Page.Tests.Support;

namespace FlamingHorse.Narration.Page.Tests;

public class SamplePageTests
{
    [Fact]
    public async Task Writes_a_sample()
    {
        var folder = Path.Combine(Template.Root, "artifacts", "report", "sample");
        var lesson = Lessons.Matrix(folder);
        await lesson.Compare("Scenes.Intro.Meaning").Compare("Scenes.Outro.Goodbye").Compare("Scenes.Product.Rule").WriteAsync("30%");
        await Lessons.Long(folder + "-long", 1000).WriteAsync();
    }
}
