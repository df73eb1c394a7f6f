using System.Text.Json;

namespace FlamingHorse.Narration.Acceptance.Neural;

/// <summary>Times of words from the voice to the program that is built.</summary>
public sealed class SpokenWordTests : AcceptanceTest
{
    private const string Program = """
        using System.Text.Json;
        using FlamingHorse.Narration;

        foreach (var s in NarrationCatalog.All)
        {
            var words = s.Words.Select(w => $"{w.Text} {w.Start.TotalSeconds:0.00}-{w.End.TotalSeconds:0.00}{(w.IsEstimated ? " (est.)" : "")}");
            var cues = s.Cues.Select(c => $"{c.Name} {c.At.TotalSeconds:0.00}{(c.IsEstimated ? " (est.)" : "")}");
            Console.WriteLine(JsonSerializer.Serialize(words.Concat(cues)));
        }
        """;

    private const string Text = "Each entry sums the products of a <mark name='row'/>row and a <mark name='column'/>column.";

    [Fact]
    public async Task Cues_fall_on_their_words_and_a_moved_mark_needs_no_synthesis()
    {
        var lesson = Speaking("Lesson").Scene("Intro", ("Rule", Text));
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        var told = await ReadAsync(lesson);

        told.ShouldAllBe(line => !line.Contains("est.", StringComparison.Ordinal));
        StartOf(told, "row").ShouldBe(CueOf(told, "row"));
        StartOf(told, "column.").ShouldBe(CueOf(told, "column"));
        told.Count.ShouldBe(11 + 2);

        lesson.Scene(
            "Intro",
            (
                "Rule",
                Text.Replace("<mark name='row'/>", "", StringComparison.Ordinal)
                    .Replace("sums", "<mark name='row'/>sums", StringComparison.Ordinal)
            )
        );
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings().Output.ShouldContain("Narration: 0 synthesized, 1 cached");
        var moved = await ReadAsync(lesson);
        CueOf(moved, "row").ShouldBe(StartOf(told, "sums"));
        moved
            .Where(line => line.Contains('-', StringComparison.Ordinal))
            .ShouldBe(told.Where(line => line.Contains('-', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_machine_without_audio_has_the_same_words_and_cues_from_the_lock_alone()
    {
        var lesson = Speaking("Lesson").Scene("Intro", ("Rule", Text));
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.UseHome("other");
        var clone = Speaking("Lesson", "clone").Scene("Intro", ("Rule", Text));
        File.Copy(lesson.LockFile, clone.LockFile);

        (await clone.BuildAsync("-p:NarrationLockedMode=true")).ShouldSucceed();

        clone.Audio().ShouldBeEmpty();
        (await ReadAsync(clone)).ShouldBe(await ReadAsync(lesson));
    }

    [Fact]
    public async Task A_clone_has_its_audio_without_a_shared_store()
    {
        var lesson = Speaking("Lesson").Scene("Intro", ("Rule", Text), ("End", "That is all."));
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        var locked = await File.ReadAllBytesAsync(lesson.LockFile);
        Machine.UseHome("other");
        var clone = Speaking("Lesson", "clone").Scene("Intro", ("Rule", Text), ("End", "That is all."));
        File.Copy(lesson.LockFile, clone.LockFile);

        (await clone.BuildAsync()).ShouldSucceedWithoutWarnings().Output.ShouldContain("Narration: 2 synthesized, 0 cached");

        // The same kind of processor: the very bytes.
        clone.Audio().ShouldBe(lesson.Audio());
        (await File.ReadAllBytesAsync(clone.LockFile)).ShouldBe(locked);
    }

    [Fact]
    public async Task Exported_captions_mark_every_word()
    {
        var lesson = Speaking("Lesson").Scene("Intro", ("Rule", Text));

        (await lesson.BuildAsync("-t:ExportNarration")).ShouldSucceedWithoutWarnings();

        var vtt = await File.ReadAllTextAsync(Path.Combine(lesson.Output(), "narration-export", "Lesson.vtt"));
        vtt.Split("<c>").Length.ShouldBe(11 + 1);
    }

    private LessonProject Speaking(string name, string? folder = null) =>
        new LessonProject(Machine, Path.Combine(Machine.Root, folder ?? name), name) { Packages = [Machine.Feed.SpeechPackage] }
            .Set("NarrationBackend", null)
            .Set("NarrationWorkerCommand", null)
            .Write("Program.cs", Program);

    private async Task<IReadOnlyList<string>> ReadAsync(LessonProject lesson)
    {
        using var run = Machine.Start(Machine.Feed.Tools.Dotnet, Machine.Root, Path.Combine(lesson.Output(), "Lesson.dll"));
        (await run.WaitAsync()).ShouldBe(0, run.Output);
        return JsonSerializer.Deserialize<string[]>(run.Output)!;
    }

    private static string StartOf(IEnumerable<string> told, string word) =>
        told.Single(line => line.StartsWith(word + " ", StringComparison.Ordinal) && line.Contains('-', StringComparison.Ordinal))
            .Split(' ')[1]
            .Split('-')[0];

    private static string CueOf(IEnumerable<string> told, string name) =>
        told.Single(line => line.StartsWith(name + " ", StringComparison.Ordinal) && !line.Contains('-', StringComparison.Ordinal))
            .Split(' ')[1];
}
