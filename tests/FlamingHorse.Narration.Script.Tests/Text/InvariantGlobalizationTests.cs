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

    [Theory]
    [InlineData("한국어 e\u0301", "한국어 \u00E9")]
    [InlineData("\u1112\u1161\u11AB각 e\u0301", "한각 \u00E9")]
    [InlineData("가\u11A8 힣 \u1100\u1161 \u1112\u1175\u11C2 e\u0301", "각 힣 가 힣 \u00E9")]
    [InlineData("가\u11A7 e\u0301", "가\u11A7 \u00E9")]
    [InlineData("\u1100e\u0301\u1161", "\u1100\u00E9\u1161")]
    public void Hangul_is_composed_even_beside_an_accent(string text, string normalized)
    {
        NormalizedText.Of(text).ShouldBe(normalized);
        text.Normalize(System.Text.NormalizationForm.FormC).ShouldBe(normalized, "so does the runtime, where it has Unicode's data");
    }

    [Fact]
    [Trait("Needs", "dotnet on PATH")]
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
