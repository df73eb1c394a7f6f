using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(FlamingHorse.Narration.Page.Tests.Support.Browsers))]

namespace FlamingHorse.Narration.Page.Tests.Support;

/// <summary>The machine's own Chromium, headless, for all tests; and a folder for lessons.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright _playwright = null!;

    public IBrowser Chromium { get; private set; } = null!;

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"narration page {Guid.NewGuid():N}");

    /// <summary>Where pictures of the page go, for a look at them.</summary>
    public static string Screenshots { get; } = Path.Combine(Template.Root, "artifacts", "screenshots");

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = HeadlessChromium.Program, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        _playwright.Dispose();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    internal string NewFolder() => Path.Combine(Folder, Guid.NewGuid().ToString("N"));

    /// <summary>Opens a lesson's page from disk.</summary>
    internal async Task<OpenPage> OpenAsync(
        Lesson lesson,
        int width = 1440,
        int height = 1000,
        ColorScheme scheme = ColorScheme.Light,
        string? before = null
    )
    {
        var context = await Chromium.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = scheme,
                AcceptDownloads = true,
            }
        );
        if (before is not null)
        {
            await context.AddInitScriptAsync(before);
        }

        var opened = new OpenPage(await context.NewPageAsync());
        await opened.Page.GotoAsync(lesson.Url);
        await opened.WaitAsync("performance.getEntriesByName('narration-ready').length === 1");
        return opened;
    }
}
