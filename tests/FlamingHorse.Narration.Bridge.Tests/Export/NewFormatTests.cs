using System.Text;
using FlamingHorse.Narration.Bridge.Tests.Support;
using FlamingHorse.Narration.Engine.Publishing.Export;

namespace FlamingHorse.Narration.Bridge.Tests.Export;

/// <summary>An exercise: a new export format is one file and one line in the list of formats.</summary>
public sealed class NewFormatTests : IDisposable
{
    private static readonly IReadOnlyList<IExportFormat> _formats = [.. ExportFormats.All, new PlainTextFormat()];

    private readonly LessonFolder _lesson = new();

    public void Dispose() => _lesson.Dispose();

    [Fact]
    public async Task It_is_found_by_its_name_and_written_beside_the_others()
    {
        _lesson.Say("Intro.Welcome", "Welcome.", 24_000).Say("Outro.Bye", "Good bye.", 24_000);

        var files = await _lesson.ExportAsync("plaintext;Srt", known: _formats);

        _lesson.Findings.ShouldBeEmpty();
        files.ShouldBe([
            _lesson["Lesson.txt"],
            _lesson["scenes", "Intro.txt"],
            _lesson["scenes", "Outro.txt"],
            _lesson["Lesson.srt"],
            _lesson["scenes", "Intro.srt"],
            _lesson["scenes", "Outro.srt"],
        ]);
        (await File.ReadAllTextAsync(files[0])).ShouldBe("Welcome.\nGood bye.\n");
    }

    [Fact]
    public async Task It_is_among_the_names_listed_for_an_unknown_format()
    {
        _lesson.Say("Intro.Welcome", "Welcome.", 24_000);

        await _lesson.ExportAsync("Mpeg", known: _formats);

        var finding = _lesson.Findings.ShouldHaveSingleItem();
        finding.Kind.Code.ShouldBe("FHN3050");
        finding.Message.ShouldContain("Srt, WebVtt, Json, AudacityLabels, Track, FlamingHorse, PlainText");
    }

    private sealed class PlainTextFormat : IExportFormat
    {
        public string Name => "PlainText";

        public string Files => "`.txt`";

        public string Documentation => "what is said, a line a segment";

        public Task<IReadOnlyList<string>> WriteAsync(ExportRequest request, CancellationToken cancellation) =>
            LessonFiles.WriteAsync(request, ".txt", lesson =>
                Encoding.UTF8.GetBytes(string.Concat(lesson.Timeline.Entries.Select(entry => entry.Segment.Text + "\n")))
            );
    }
}
