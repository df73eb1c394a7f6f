using System.Text.RegularExpressions;

namespace FlamingHorse.Narration.Acceptance;

/// <summary>
/// The first page, followed word for word in a home without anything: its commands and files are taken from the page itself.
/// </summary>
public sealed partial class TutorialTests : AcceptanceTest
{
    [Fact]
    public async Task The_first_page_followed_word_for_word_gives_durations_captions_and_a_track()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(PackageFeed.Repository, "docs", "first-project.md"));
        var commands = Block().Matches(page).First(block => block.Groups["kind"].Value == "sh").Groups["text"].Value.Trim().Split('\n');
        commands[0].ShouldBe("dotnet new console -o MyLesson");
        var folder = Path.Combine(Machine.Root, "MyLesson");
        await Machine.BashAsync(
            string.Join(" && ", commands.Select(command => command.Replace("dotnet ", Dotnet, StringComparison.Ordinal)))
        );

        var files = NamedFile().Matches(page).ToDictionary(file => file.Groups["name"].Value, file => file.Groups["text"].Value);
        files.Keys.ShouldBe(["Intro.cs", "Program.cs"]);
        foreach (var (name, text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), text);
        }

        var properties = Block().Matches(page).First(block => block.Groups["kind"].Value == "xml").Groups["text"].Value;
        var project = Path.Combine(folder, "MyLesson.csproj");
        var xml = await File.ReadAllTextAsync(project);
        await File.WriteAllTextAsync(project, xml.Replace("</Project>", properties + "</Project>", StringComparison.Ordinal));

        var run = Block().Matches(page).Where(block => block.Groups["kind"].Value == "sh").ElementAt(1).Groups["text"].Value.Trim();
        run.ShouldBe("dotnet run");
        var output = await Machine.BashAsync($"cd MyLesson && {run.Replace("dotnet ", Dotnet, StringComparison.Ordinal)}");

        var times = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^2..].Select(TimeSpan.Parse).ToList();
        // As the page shows them, give or take what another processor rounds.
        var shown = Block()
            .Matches(page)
            .First(block => block.Groups["kind"].Value == "text")
            .Groups["text"]
            .Value.Trim()
            .Split('\n')
            .Select(TimeSpan.Parse)
            .ToList();
        times[0].ShouldBe(shown[0], TimeSpan.FromSeconds(0.3));
        times[1].ShouldBe(shown[1], TimeSpan.FromSeconds(0.3));
        times[0].ShouldBeGreaterThan(TimeSpan.FromSeconds(1));
        times[1].ShouldBeInRange(TimeSpan.FromTicks(1), times[0]);
        (await File.ReadAllTextAsync(Path.Combine(folder, "lesson.srt")))
            .ReplaceLineEndings(" ")
            .ShouldContain("Today we look at a matrix, a table of numbers.");
        new FileInfo(Path.Combine(folder, "lesson.wav")).Length.ShouldBeGreaterThan(10_000);
        File.Exists(Path.Combine(folder, "narration.lock.json")).ShouldBeTrue();
    }

    private string Dotnet => $"'{Machine.Feed.Tools.Dotnet}' ";

    [GeneratedRegex(@"^```(?<kind>\w+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^`(?<name>\w+\.cs)`:\n\n```csharp\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex NamedFile();
}
