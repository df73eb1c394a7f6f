using FlamingHorse.Narration.Stores.Tests.Support;

namespace FlamingHorse.Narration.Acceptance;

public sealed class StoreTests : AcceptanceTest
{
    [Fact]
    public async Task A_colleague_fetches_from_the_shared_folder_what_the_lock_names()
    {
        var shared = Path.Combine(Machine.Root, "shared");
        var lesson = Lesson("author").Set("NarrationRemoteCache", "../shared");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        Directory.Exists(shared).ShouldBeTrue("a relative folder is relative to the project");
        Machine.Worker.Clear();

        Machine.UseHome("colleague");
        var clone = Lesson("colleague").Set("NarrationRemoteCache", shared);
        File.Copy(lesson.LockFile, clone.LockFile);
        (await clone.BuildAsync("-p:NarrationLockedMode=true")).ShouldSucceedWithoutWarnings();

        Machine.Shims.Starts.ShouldBeEmpty();
        clone.Audio().ShouldBe(lesson.Audio(), ignoreOrder: true);

        // Without the lock the shared store knows the keys.
        Machine.UseHome("newcomer");
        var fresh = Lesson("newcomer").Set("NarrationRemoteCache", shared);
        (await fresh.BuildAsync()).ShouldSucceedWithoutWarnings();
        Machine.Shims.Starts.ShouldBeEmpty();
        fresh.Summary().FromRemoteCache.ShouldBe(2);
        fresh.Lock.Segments.ShouldBe(lesson.Lock.Segments, ignoreOrder: true);
    }

    [Fact]
    public async Task A_shared_store_that_is_down_costs_one_warning_and_little_time()
    {
        var lesson = Lesson().Set("NarrationRemoteCache", "http://127.0.0.1:9/narration");

        var build = (await lesson.BuildAsync()).ShouldSucceed();

        build.Warnings.ShouldHaveSingleItem().Code.ShouldBe("FHN3011");
        lesson.Summary().ElapsedMs.ShouldBeLessThan(20_000); // 5 s and a worker's start, on a machine under load
        lesson.Audio().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_to_costs_one_warning_and_no_audio()
    {
        var lesson = Lesson().Set("NarrationCachePath", "/dev/null/cache");

        var build = (await lesson.BuildAsync()).ShouldSucceed();

        build.Warnings.ShouldHaveSingleItem().Code.ShouldBe("FHN3010");
        var app = await lesson.RunAsync();
        app.Segments.ShouldAllBe(s => AudioFolder.Hash(s.Path!) == s.AudioHash && AudioFolder.SampleCount(s.Path!) == s.SampleCount);
        lesson.Lock.Ids.Count().ShouldBe(2);
        Machine.Worker.Clear();

        (await lesson.BuildAsync()).ShouldSucceed();
        Machine.Shims.Starts.ShouldBeEmpty();
        (await lesson.RunAsync()).Segments.ShouldBe(app.Segments);
    }

    [Fact]
    public async Task A_text_shared_by_two_segments_is_spoken_once_and_copied_for_each()
    {
        var lesson = Machine
            .NewProject()
            .Scene("Intro", ("First", "Now we begin."), ("Second", "Now  we begin."), ("Third", "Now we go on."));

        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        Machine.Worker.Spoken.Order().ShouldBe(["Now we begin.", "Now we go on."]);
        lesson.Audio().Keys.Order().ShouldBe(["Scenes.Intro.First.wav", "Scenes.Intro.Second.wav", "Scenes.Intro.Third.wav"]);
        lesson.Lock["Scenes.Intro.First"].ShouldBe(lesson.Lock["Scenes.Intro.Second"]);
    }

    [Fact]
    public async Task Neither_culture_nor_configuration_changes_a_key()
    {
        var lesson = Lesson();
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
        var bytes = await File.ReadAllBytesAsync(lesson.LockFile);
        Machine.Worker.Clear();

        Machine.Set("LANG", "tr_TR.UTF-8");
        (await lesson.BuildAsync("-c", "Release")).ShouldSucceedWithoutWarnings();
        Directory.Delete(lesson.Intermediate(), recursive: true);
        Machine.Set("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        Machine.Shims.Starts.ShouldBeEmpty();
        (await File.ReadAllBytesAsync(lesson.LockFile)).ShouldBe(bytes);
        lesson.Audio(lesson.At("bin/Release/net10.0")).ShouldBe(lesson.Audio(), ignoreOrder: true);
    }

    [Fact]
    public async Task A_limit_never_silently_removes_another_projects_takes()
    {
        var other = Lesson("other");
        (await other.BuildAsync()).ShouldSucceedWithoutWarnings();
        var lesson = Machine.NewProject(folder: "new").Scene("Proof", ("Start", "Now we prove it."));

        var build = (await lesson.BuildAsync("-p:NarrationCacheLimit=0.000001")).ShouldSucceed();

        var warning = build.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe("FHN3020");
        warning.Text.ShouldContain("2 takes named in lock files");
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();
    }

    [Fact]
    public async Task A_warning_about_the_shared_store_is_not_repeated_once_the_store_is_back()
    {
        var (port, refuse) = (FreePort.Next(), Path.Combine(Machine.Root, "refuse"));
        await File.WriteAllTextAsync(refuse, "");
        using var server = Machine.Start(ToolFolder.Find("python3")!, Machine.Root, "-c", RefusingServer, $"{port}", refuse);
        await Wait.UntilAsync(
            () => server.Output.Contains("ready", StringComparison.Ordinal),
            TimeSpan.FromMinutes(1),
            () => server.Output
        );
        var lesson = Lesson().Set("NarrationRemoteCache", $"http://127.0.0.1:{port}/").Set("NarrationRemoteCacheWrite", "true");
        (await lesson.BuildAsync()).ShouldSucceed().Warnings.ShouldContain(warning => warning.Code == "FHN3012");
        (await lesson.BuildAsync()).ShouldSucceed().Warnings.ShouldContain(warning => warning.Code == "FHN3012", "it still refuses");

        File.Delete(refuse);
        (await lesson.BuildAsync()).ShouldSucceedWithoutWarnings();

        // What the server did not take is made up for: two clips, each of audio, record and action.
        server.Output.Split('\n').Count(line => line == "kept").ShouldBe(6);
    }

    /// <summary>Keeps what it is given, and refuses everything while there is a file of a name.</summary>
    private const string RefusingServer = """
        import http.server, os, sys
        kept = {}
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            def answer(self, status, body=b""):
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body)
            def do_GET(self):
                if os.path.exists(sys.argv[2]):
                    self.answer(401)
                else:
                    self.answer(200 if self.path in kept else 404, kept.get(self.path, b""))
            do_HEAD = do_GET
            def do_PUT(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if os.path.exists(sys.argv[2]):
                    self.answer(401)
                else:
                    kept[self.path] = body
                    print("kept", flush=True)
                    self.answer(201)
            def log_message(self, *_):
                pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler)
        print("ready", flush=True)
        server.serve_forever()
        """;

    private LessonProject Lesson(string folder = "Lesson") =>
        Machine
            .NewProject("Lesson", folder)
            .Scene(
                "Intro",
                ("Welcome", "Welcome to the lesson, with a temperature of 0.5 degrees."),
                ("Rule", "Each entry sums a row and a column.")
            );
}
