using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Publishing.Report.Audits;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Page.Tests.Audits;

public sealed class RedoListTests : IDisposable
{
    private const string File = """
        {
          "schema": 1,
          "project": "MatrixLesson",
          "entries": [
            { "id": "Intro.Welcome", "audio": "aa", "verdict": "redo", "similarity": 4 },
            { "id": "Intro.Goal", "audio": "bb", "verdict": "good" },
            { "id": "Intro.Rule", "audio": "cc", "verdict": "redo", "somethingNew": true },
            { "id": "Intro.Note", "note": "no verdict" }
          ]
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("redo").FullName;

    [Fact]
    public void The_file_lists_the_ids_to_redo()
    {
        Write(File);

        AuditList
            .ToRedo("narration.audit.json", _folder, Lock(("Intro.Welcome", "aa"), ("Intro.Goal", "bb"), ("Intro.Rule", "cc")))
            .ShouldBe("Intro.Welcome;Intro.Rule");
    }

    [Fact]
    public void A_take_made_since_the_judgement_stays()
    {
        Write(File);

        AuditList.ToRedo("narration.audit.json", _folder, Lock(("Intro.Welcome", "new"), ("Intro.Rule", "cc"))).ShouldBe("Intro.Rule");
    }

    [Fact]
    public void Other_parts_stay_as_they_are()
    {
        Write(File);

        AuditList
            .ToRedo("missing; Outro.* ;narration.audit.json", _folder, Lock(("Intro.Welcome", "new"), ("Intro.Rule", "cc")))
            .ShouldBe("missing;Outro.*;Intro.Rule");
    }

    [Theory]
    [InlineData("{ \"schema\": 1,\n \"entries\": [ {", 2)]
    [InlineData("{ \"schema\": 9, \"entries\": [] }", 1)]
    [InlineData("{ \"schema\": 1, \"entries\": [ { \"verdict\": \"redo\" } ] }", 1)]
    [InlineData("[]", 1)]
    public void A_file_that_cannot_be_read_is_reported_with_its_line(string content, int line)
    {
        Write(content);

        var finding = Should
            .Throw<NarrationException>(() => AuditList.ToRedo("narration.audit.json", _folder, NarrationLock.Empty))
            .Finding;

        finding.Kind.Code.ShouldBe("FHN4020");
        finding.Place!.Line.ShouldBe(line);
    }

    [Fact]
    public void A_missing_file_is_reported() =>
        Should
            .Throw<NarrationException>(() => AuditList.ToRedo("audit.json", _folder, NarrationLock.Empty))
            .Finding.Kind.Code.ShouldBe("FHN4020");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string content) => System.IO.File.WriteAllText(Path.Combine(_folder, "narration.audit.json"), content);

    private static NarrationLock Lock(params (string Id, string Audio)[] takes) =>
        new()
        {
            Segments = takes.ToDictionary(
                t => t.Id,
                t => new LockedSegment
                {
                    Key = new ActionKey("k"),
                    AudioHash = t.Audio,
                    SampleCount = 1,
                    SampleRate = 24000,
                    SpeechStart = 0,
                    SpeechEnd = 1,
                    Voice = "narrator",
                    Model = "m",
                }
            ),
        };
}
