using FlamingHorse.Narration.Bridge.Tests.Support;

namespace FlamingHorse.Narration.Acceptance.Bridge;

public sealed class ExportOfFrameworksTests : AcceptanceTest
{
    [Fact]
    public async Task Two_frameworks_at_once_fill_one_index_and_have_their_own_captions()
    {
        var lesson = new LessonProject(Machine, Path.Combine(Machine.Root, "Lesson"), "Lesson") { Frameworks = "net10.0;netstandard2.0" };
        lesson
            .Set("OutputType", null)
            .Set("LangVersion", "latest")
            .Set("ImplicitUsings", null)
            .Delete("Program.cs")
            .Write(
                "Scenes.cs",
                """
                using FlamingHorse.Narration;
                namespace Lesson;
                public static partial class Scenes
                {
                #if NET
                    [Narration("Only where there is a runtime.")]
                    public static partial NarrationSegment Modern { get; }
                #endif
                    [Narration("Everywhere the same.")]
                    public static partial NarrationSegment Both { get; }
                }
                """
            );

        (
            await lesson.BuildAsync("-m", "-t:ExportNarration", "-p:NarrationExportFormat=Srt%3BTrack%3BFlamingHorse")
        ).ShouldSucceedWithoutWarnings();

        Machine.Worker.Spoken.Order().ShouldBe(["Everywhere the same.", "Only where there is a runtime."]);
        new FlamingHorseReader(lesson.At("media/voiceovers/qwen")).Keys.Order().ShouldBe(["Scenes.Both", "Scenes.Modern"]);
        Directory
            .EnumerateFiles(lesson.At("media/voiceovers/qwen"))
            .Select(Path.GetFileName)
            .Order()
            .ShouldBe(["cache.json", "Scenes.Both.mp3", "Scenes.Modern.mp3"]);
        var (both, modern) = (lesson.Lock["Scenes.Both"].SampleCount, lesson.Lock["Scenes.Modern"].SampleCount);
        Tool.Samples(Track("net10.0")).ShouldBe(both + modern);
        Tool.Samples(Track("netstandard2.0")).ShouldBe(both);
        Tool.Captions(Path.ChangeExtension(Track("net10.0"), ".srt")).Count.ShouldBe(2);
        Tool.Captions(Path.ChangeExtension(Track("netstandard2.0"), ".srt")).Count.ShouldBe(1);

        string Track(string framework) => Path.Combine(lesson.Output(framework), "narration-export", "Lesson.wav");
    }
}
