namespace FlamingHorse.Narration.Acceptance.Mlx;

public sealed class BrokenSetUpTests : MlxTest
{
    private const UnixFileMode Executable = (UnixFileMode)0b111_101_101;
    private const UnixFileMode Plain = (UnixFileMode)0b110_100_100;

    [Fact]
    public async Task Each_part_that_is_missing_or_wrong_has_its_own_code_and_cure_and_nothing_is_half_done()
    {
        var lesson = NewLesson().Scene("Intro", Lines(2));
        (await lesson.BuildAsync()).ShouldSucceed();
        lesson.Scene("Intro", Lines(3));
        var (before, clips) = (FolderSnapshot.Of(lesson.LockFile, Machine.Cache), lesson.Audio());

        foreach (var fault in Faults(lesson))
        {
            Mlx.Clear();
            fault.Break();
            var build = await lesson.BuildAsync();
            fault.Mend();

            build.Errors.Select(e => e.Code).Distinct().ShouldBe([fault.Code], $"{fault.What}:\n{build.Output}");
            build.Output.ShouldContain(fault.Cure, Case.Sensitive, fault.What);
            before.ChangesTo(FolderSnapshot.Of(lesson.LockFile, Machine.Cache)).ShouldBeEmpty(fault.What);
            lesson.Audio().ShouldBe(clips, fault.What);
            Directory.EnumerateFiles(lesson.At("obj"), "*.wav*", SearchOption.AllDirectories).ShouldBeEmpty(fault.What);
            Mlx.Spoken.ShouldBeEmpty(fault.What);
            Mlx.ProcessIds.Count.ShouldBeLessThanOrEqualTo(1, $"{fault.What}: a second start would say the same");
        }

        // With every part back in its place the build goes on as if nothing had been.
        Mlx.Clear();
        (await lesson.BuildAsync()).ShouldSucceed();
        Mlx.Spoken.ShouldBe([Lines(3).Last().Text]);
        lesson.Audio().Count.ShouldBe(3);
    }

    private IEnumerable<Fault> Faults(LessonProject lesson)
    {
        Fault Python(string what, string code, string cure, string python) =>
            new(what, code, cure, () => lesson.Set("NarrationPython", python), () => lesson.Set("NarrationPython", Mlx.Python));

        Fault Property(string what, string code, string cure, string name, string value) =>
            new(what, code, cure, () => lesson.Set(name, value), () => lesson.Set(name, null));

        Fault Does(string what, string code, string cure, object control) =>
            new(what, code, cure, () => Mlx.Does(control), () => Mlx.Does(new { }));

        Fault Reference(string what, string code, string cure, string name, Action<string> put) =>
            new(
                what,
                code,
                cure,
                () =>
                {
                    File.Delete(lesson.At(name));
                    put(lesson.At(name));
                },
                () =>
                {
                    Remove(lesson.At(name));
                    WriteReference(lesson, "voice", 200);
                }
            );

        return
        [
            Python("no interpreter", "FHN2003", "set NarrationPython", "/no/such/python"),
            Python("an interpreter that may not be run", "FHN2003", "is not executable", Program("plain", "exit 0", Plain)),
            Python(
                "a program that is no Python and talks",
                "FHN2003",
                "cannot run the worker",
                Program("parrot", "echo \"$@\"", Executable)
            ),
            Python("a program that is no Python and ends", "FHN2003", "cannot run the worker", Program("silent", "exit 0", Executable)),
            Python("a Python that is too old", "FHN2041", "3.10 is the least", OldPython()),
            Python("a Python without mlx", "FHN2004", "-t:SetupNarration", Path.Combine(Machine.Shims.Folder, "python3")),
            Python(
                "an mlx-audio that is too old",
                "FHN2005",
                "-p:NarrationForce=true",
                new StandIn(Path.Combine(Machine.Root, "old"), "0.2.9").Python
            ),
            Property("no worker in the package", "FHN2022", "restore it", "_NarrationPackageDirectory", DamagedPackage()),
            Does("no device", "FHN2006", "run in a normal terminal", new { no_device = true }),
            Does("a sandbox without Metal", "FHN2006", "normal terminal", new { no_device = "sandbox" }),
            Property(
                "a model that was never fetched",
                "FHN2007",
                "-p:NarrationAllowDownload=true",
                "NarrationModel",
                "mlx-community/Never-Fetched"
            ),
            Property("a model's folder that is not there", "FHN2007", "existing folder", "NarrationModel", "./no-such-folder"),
            Reference("no recording", "FHN2008", "NarrationVoiceDirectory", "voice/ref.wav", _ => { }),
            Reference("no transcript", "FHN2008", "NarrationVoiceDirectory", "voice/ref.txt", _ => { }),
            Reference("a link to no recording", "FHN2008", "NarrationVoiceDirectory", "voice/ref.wav", path =>
                File.CreateSymbolicLink(path, "gone.wav")
            ),
            // Whoever may read everything is stopped by this too.
            Reference("a recording that cannot be opened", "FHN2009", "Make it readable", "voice/ref.wav", path =>
                Directory.CreateDirectory(path)
            ),
            Reference("a transcript that cannot be opened", "FHN2009", "Make it readable", "voice/ref.txt", path =>
                Directory.CreateDirectory(path)
            ),
            Reference("a recording that is no sound", "FHN2009", "mono WAV of 24 kHz", "voice/ref.wav", path =>
                File.WriteAllText(path, "no sound at all")
            ),
        ];
    }

    private string Program(string name, string line, UnixFileMode mode)
    {
        var path = Path.Combine(Machine.Root, name);
        File.WriteAllText(path, $"#!/bin/sh\n{line}\n");
        File.SetUnixFileMode(path, mode);
        return path;
    }

    /// <summary>This machine's own, which says that it is another.</summary>
    private string OldPython()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Machine.Root, "python 3.9")).FullName;
        File.WriteAllText(Path.Combine(folder, "sitecustomize.py"), "import sys\nsys.version_info = (3, 9, 18, 'final', 0)\n");
        return Program("python3.9", $"PYTHONPATH='{folder}' exec python3 \"$@\"", Executable);
    }

    private string DamagedPackage()
    {
        var copy = Path.Combine(Machine.Root, "package") + "/";
        foreach (
            var file in new[] { "tasks", "workers" }.SelectMany(part =>
                Directory.EnumerateFiles(Path.Combine(Machine.Feed.Installed, part), "*", SearchOption.AllDirectories)
            )
        )
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Machine.Feed.Installed, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.Delete(copy + "workers/mlx/worker.py");
        return copy;
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path);
        }

        File.Delete(path);
    }

    /// <param name="What">Is missing or wrong.</param>
    /// <param name="Code">Of the only error.</param>
    /// <param name="Cure">Words of what to do.</param>
    /// <param name="Break">Brings it about.</param>
    /// <param name="Mend">Undoes it.</param>
    private sealed record Fault(string What, string Code, string Cure, Action Break, Action Mend);
}
