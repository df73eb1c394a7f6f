using System.Diagnostics;
using System.Globalization;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Tests.Text;

/// <summary>The key must not depend on the machine's culture, nor on whether .NET has one.</summary>
public class InvariantGlobalizationTests
{
    private const string Decomposed = "Poincare\u0301\r\n and  \u212Bngstro\u0308m, \u1112\u1161\u11AB \u0915\u093C q\u0307\u0323";
    private const string Normalized = "Poincar\u00E9 and \u00C5ngstr\u00F6m, \uD55C \u0915\u093C q\u0323\u0307";

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("")]
    public void The_normal_form_is_the_same_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            NormalizedText.Of(Decomposed).ShouldBe(Normalized);
            Lexicon.Parse("TITLE = tee\nidea = eye dear", "l.txt", []).Apply("TITLE Idea", "ENGLISH").ShouldBe("tee eye dear");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_normal_form_is_the_same_in_invariant_globalization_mode()
    {
        // This very assembly as a program: the mode is chosen when a process starts.
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, [typeof(Program).Assembly.Location, Program.Normalize, Program.Codes(Decomposed)])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
        };
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd().Trim();

        process.WaitForExit(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        printed.ShouldBe(Program.Codes(Normalized));
    }
}
