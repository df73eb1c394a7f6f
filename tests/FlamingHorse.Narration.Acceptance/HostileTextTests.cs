namespace FlamingHorse.Narration.Acceptance;

public sealed class HostileTextTests : AcceptanceTest
{
    [Fact]
    public async Task Whatever_a_text_contains_reaches_program_and_voice_unharmed_and_never_a_shell()
    {
        var lesson = Machine
            .NewProject()
            .Write(
                "Scenes.cs",
                """"
                using FlamingHorse.Narration;
                namespace Lesson;
                /// <summary>Texts that break what does not escape.</summary>
                public static partial class Scenes
                {
                    [Narration(
                        "$(touch PWNED) `touch PWNED`; touch PWNED | \"quoted\" 'single' \\ {0} %PATH% %20 @(Compile) $(OutputPath)")]
                    public static partial NarrationSegment Shell { get; }

                    [Narration("*/ </summary> --> </script> <b>bold</b> &amp; ]]>")]
                    public static partial NarrationSegment Markup { get; }

                    [Narration("The family 👩‍👩‍👧 says שלום and \u202Ereversed\u202C, caf\u00e9 and cafe\u0301, line\u2028separator.")]
                    public static partial NarrationSegment Unicode { get; }

                    [Narration("First line\r\n\tsecond line\nthird line")]
                    public static partial NarrationSegment Lines { get; }

                    [Narration("""
                        A "raw" string,
                        in two lines.
                        """)]
                    public static partial NarrationSegment Raw { get; }

                    [Narration("Keywords are names too.")]
                    public static partial NarrationSegment @class { get; }

                    [Narration("A portable file name.")]
                    public static partial NarrationSegment CON { get; }
                }
                """"
            )
            .Write(
                "Program.cs",
                AppReport.Program
                    + """

                    foreach (var p in typeof(Lesson.Scenes).GetProperties())
                        if (p.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType == typeof(NarrationAttribute)) is { } a
                            && (string)a.ConstructorArguments[0].Value! != ((NarrationSegment)p.GetValue(null)!).Text)
                            throw new InvalidOperationException("other text: " + p.Name);
                    """
            );

        var build = (await lesson.BuildAsync("-p:NoWarn=FHN1013%3BCS1591", "-p:GenerateDocumentationFile=true")).ShouldSucceed();

        build.Warnings.ShouldBeEmpty(build.Output);
        var app = await lesson.RunAsync();
        app.Segments.Count.ShouldBe(7);
        app["Scenes.Shell"].Text.ShouldContain("$(touch PWNED) `touch PWNED`");
        app["Scenes.Lines"].Text.ShouldBe("First line\r\n\tsecond line\nthird line");
        Machine.Worker.Spoken.ShouldContain("First line second line third line");
        app.Segments.ShouldAllBe(s => AudioFolder.SampleCount(s.Path!) == s.SampleCount);
        app.Segments.ShouldAllBe(s =>
            s.Path!.StartsWith(lesson.Output(), StringComparison.Ordinal) && Path.GetFileNameWithoutExtension(s.Path) != "CON"
        );
        Directory.EnumerateFiles(Machine.Root, "PWNED", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../../x")]
    [InlineData("C:\\x")]
    [InlineData("a..b")]
    [InlineData("/etc/x")]
    public async Task An_id_that_is_a_path_is_an_error_and_nothing_is_written_outside(string id)
    {
        var lesson = Machine
            .NewProject()
            .Scene("Intro", ("Welcome", "Welcome to the lesson."))
            .Item($"""<Narration Include="{id}" Text="Hello." />""");

        (await lesson.BuildAsync()).ShouldFailWith("FHN1008");

        Machine.Shims.Starts.ShouldBeEmpty();
        Directory.EnumerateFiles(Machine.Root, "*.wav", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_secret_of_the_environment_is_written_anywhere()
    {
        const string Secret = "s3cr3t-f00-b4r";
        Machine.Set("FLAMING_HORSE_TOKEN", Secret);
        Machine.Set("NARRATION_REMOTE_TOKEN", Secret);
        var lesson = Machine.NewProject().Set("EmitCompilerGeneratedFiles", "true").Scene("Intro", ("Welcome", "Welcome to the lesson."));

        var build = (await lesson.BuildLoggedAsync("-v:d")).ShouldSucceed();

        build.Output.ShouldNotContain(Secret);
        build.Log.StringTable.Instances.Any(text => text.Contains(Secret, StringComparison.Ordinal)).ShouldBeFalse();
        foreach (var file in lesson.Snapshot().Files.Append(Path.Combine(Machine.Root, "requests.jsonl")))
        {
            (await File.ReadAllTextAsync(file)).ShouldNotContain(Secret);
        }
    }
}
