namespace FlamingHorse.Narration.Testing;

/// <summary>
/// The machine's Chromium for pages that nobody looks at. Debian's <c>chromium-headless-shell</c> shows them for half the processor's time
/// of <c>chromium --headless</c>, and is taken where it is installed.
/// </summary>
public static class HeadlessChromium
{
    /// <summary>Path of the program.</summary>
    public static string Program { get; } =
        new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("Chromium is not installed: on Debian, apt-get install chromium-headless-shell.");
}
