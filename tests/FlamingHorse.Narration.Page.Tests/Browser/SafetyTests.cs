using FlamingHorse.Narration.Page.Tests.Support;

namespace FlamingHorse.Narration.Page.Tests.Browser;

public class SafetyTests(Browsers browsers)
{
    private const string Attack =
        "</script><script>window.hostile = 1</script><img src=x onerror='window.hostile = 2'><!-- ${window.hostile = 3} \u2028";

    [Fact]
    public async Task Hostile_text_is_shown_and_does_nothing()
    {
        var lesson = await new Lesson(browsers.NewFolder(), "Hostile</script><script>window.hostile=4</script>")
            .Add("Scene.One", Attack, spokenAs: "This is just text.", place: Attack)
            .Add("Scene.Two", "This is just text.", flags: [Attack], source: Attack)
            .WriteAsync(
                audit: new()
                {
                    Entries =
                    [
                        new()
                        {
                            Id = "Scene.One",
                            Note = Attack,
                            Heard = Attack,
                        },
                    ],
                }
            );
        await using var open = await browsers.OpenAsync(lesson);

        await open.SelectAsync("Two");
        await open.SelectAsync("One");

        (await open.Inspector.Locator(".caption").TextContentAsync()).ShouldBe(Attack);
        (await open.Inspector.GetByLabel("Note").InputValueAsync()).ShouldContain("<img src=x");
        (await open.Page.EvaluateAsync<bool>("'hostile' in window")).ShouldBeFalse();
        (await open.Page.Locator("img").CountAsync()).ShouldBe(0);
        open.ShouldBeQuiet();
    }

    [Fact]
    public async Task Markup_that_got_in_after_all_could_not_run()
    {
        var lesson = await new Lesson(browsers.NewFolder()).Add("Scene.One", "This is just text.").WriteAsync();
        await using var open = await browsers.OpenAsync(lesson);

        await open.Page.EvaluateAsync(
            """
            () => {
              document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.hostile = 1">'
                + '<iframe srcdoc="<script>top.hostile = 2</script>"></iframe>')
              const script = document.createElement('script')
              script.textContent = 'window.hostile = 3'
              document.body.append(script)
              const away = new Image()
              away.src = 'https://example.invalid/pixel'
            }
            """
        );
        await open.Page.WaitForTimeoutAsync(300);

        (await open.Page.EvaluateAsync<bool>("'hostile' in window")).ShouldBeFalse();
        open.Complaints.ShouldContain(c => c.Contains("Content Security Policy"));
    }
}
