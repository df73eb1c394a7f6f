using System.IO.Compression;

namespace FlamingHorse.Narration.Acceptance.Package;

public sealed class TaskFolderTests : AcceptanceTest
{
    public static TheoryData<string> Platforms => PackedFiles.Platforms;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_build_loads_the_tasks_of_its_own_platform(string platform) =>
        (await TaskFolderAsync(platform)).ShouldEndWith($"/tasks/net10.0/{platform}/");

    [Theory]
    [InlineData("win-x86")]
    [InlineData("linux-musl-arm64")]
    [InlineData("")]
    public async Task A_build_on_any_other_platform_loads_the_tasks_of_all_platforms(string platform) =>
        (await TaskFolderAsync(platform)).ShouldEndWith("/tasks/net10.0/");

    [Fact]
    public async Task A_lesson_builds_with_the_IL_tasks_alone()
    {
        var lesson = Machine.NewProject("Lesson").Scene("Intro", ("Welcome", "Welcome to the lesson."));

        var build = await lesson.BuildLoggedAsync("-p:NETCoreSdkPortableRuntimeIdentifier=none");

        build.ShouldSucceedWithoutWarnings();
        build.TaskAssemblies.ShouldAllBe(path =>
            path.EndsWith("/tasks/net10.0/FlamingHorse.Narration.Build.dll", StringComparison.Ordinal)
        );
        build.TaskAssemblies.ShouldNotBeEmpty();
        Machine.Worker.Spoken.ShouldBe(["Welcome to the lesson."]);
    }

    private async Task<string> TaskFolderAsync(string platform)
    {
        var project = Path.Combine(Machine.Root, "Folder.proj");
        await File.WriteAllTextAsync(
            project,
            """<Project><Import Project="package/tasks/FlamingHorse.Narration.Tasks.props" /></Project>"""
        );
        var feed = await PackageFeed.Current;
        await ZipFile.ExtractToDirectoryAsync(feed.PackageFile, Path.Combine(Machine.Root, "package"));
        string[] arguments =
        [
            "msbuild",
            project,
            "-nologo",
            $"-p:NETCoreSdkPortableRuntimeIdentifier={platform}",
            "-getProperty:_NarrationTaskDirectory",
        ];
        using var run = ProcessRun.Start(feed.Tools.Dotnet, Machine.Root, feed.Environment(), TimeSpan.FromMinutes(1), arguments);
        (await run.WaitAsync()).ShouldBe(0, run.Output);
        return run.Output.Trim();
    }
}
