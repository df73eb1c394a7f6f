using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace FlamingHorse.Narration.Page.Tests.Support;

/// <summary>A page in the browser, with everything that it complained of and everything that it asked for.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly List<string> _complaints = [];
    private readonly List<string> _requests = [];

    public OpenPage(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(90_000);
        page.Console += (_, message) => Note(_complaints, message.Type is "error" or "warning" ? message.Text : null);
        page.PageError += (_, error) => Note(_complaints, error);
        page.Request += (_, request) => Note(_requests, request.Url);
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
            {
                return [.. _complaints];
            }
        }
    }

    /// <summary>Requests for anything that is not on this machine's disk or in the page.</summary>
    public IReadOnlyList<string> RequestsElsewhere
    {
        get
        {
            lock (_requests)
            {
                return
                [
                    .. _requests.Where(url =>
                        !url.StartsWith("file:", StringComparison.Ordinal)
                        && !url.StartsWith("data:", StringComparison.Ordinal)
                        && !url.StartsWith("blob:", StringComparison.Ordinal)
                    ),
                ];
            }
        }
    }

    public ILocator Row(string name) => Page.Locator($".row:has(.pick:text-is('{name}'))");

    public ILocator Inspector => Page.Locator("#inspector");

    public Task SelectAsync(string name) => Row(name).Locator(".pick").ClickAsync();

    /// <summary>Names of the rows, as shown.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync() => await Page.Locator(".row .pick").AllTextContentsAsync();

    public Task<double> AtAsync() => Page.EvaluateAsync<double>("document.getElementById('sound').currentTime");

    public Task<bool> IsPlayingAsync() => Page.EvaluateAsync<bool>("!document.getElementById('sound').paused");

    /// <summary>File name of what plays.</summary>
    public Task<string> PlayingAsync() =>
        Page.EvaluateAsync<string>("decodeURIComponent(document.getElementById('sound').src.split('/').pop())");

    public Task WaitForSoundAsync(double past = 0.15) =>
        WaitAsync($"document.getElementById('sound').currentTime > {past.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>
    /// Until the expression is true. Playwright's own way evaluates text inside the page, which the page's policy forbids.
    /// </summary>
    public async Task WaitAsync(string expression)
    {
        var deadline = Stopwatch.StartNew();
        while (!await Page.EvaluateAsync<bool>(expression))
        {
            deadline.Elapsed.ShouldBeLessThan(MachineLoad.Stretch(TimeSpan.FromSeconds(30)), expression);
            await Task.Delay(40);
        }
    }

    public async Task ScreenshotAsync(string name)
    {
        Directory.CreateDirectory(Browsers.Screenshots);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Browsers.Screenshots, name + ".png"), Caret = ScreenshotCaret.Initial });
    }

    public void ShouldBeQuiet()
    {
        Complaints.ShouldBeEmpty();
        RequestsElsewhere.ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private static void Note(List<string> list, string? text)
    {
        if (text is not null)
        {
            lock (list)
            {
                list.Add(text);
            }
        }
    }
}
