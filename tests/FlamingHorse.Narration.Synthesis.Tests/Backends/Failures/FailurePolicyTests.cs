namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Failures;

public sealed class FailurePolicyTests
{
    /// <summary>A name, then events and the decisions that follow, by turns. The numbers are those of the fault table.</summary>
    public static TheoryData<string, string[]> Rows =>
        new()
        {
            { "Nothing is wrong", ["needed", "start", "accepted: a", "", "accepted: b", ""] },
            { "8 Junk during a batch restarts the worker, and what it was at comes back alone", ["died: a b", "restart 0.5, alone a b"] },
            { "8 Junk before ready restarts, as a program may print once", ["junk-before-ready", "restart 0.5"] },
            {
                "8 Junk before ready at every start ends the run with the protocol's code",
                [
                    "junk-before-ready",
                    "restart 0.5",
                    "needed",
                    "start",
                    "junk-before-ready",
                    "restart 2",
                    "needed",
                    "start",
                    "junk-before-ready",
                    "restart 8",
                    "needed",
                    "start",
                    "junk-before-ready",
                    "restart 0",
                    "needed",
                    "stop FHN2014",
                ]
            },
            { "9 A worker that hangs with nothing to do is replaced, and nothing is under suspicion", ["died", "restart 0.5"] },
            {
                "10 Restarts back off, three in all, then the last failure ends the run",
                [
                    "needed",
                    "start",
                    "died: a",
                    "restart 0.5, alone a",
                    "needed",
                    "start",
                    "died: b",
                    "restart 2, alone b",
                    "needed",
                    "start",
                    "died: c",
                    "restart 8, alone c",
                    "needed",
                    "start",
                    "died: d",
                    "restart 0, alone d",
                    "needed",
                    "stop FHN2015",
                ]
            },
            {
                "10 What ran out of memory in the batch of a dying worker is not under suspicion",
                ["died-after-memory: a b c", "restart 0.5, requeue a, alone b c"]
            },
            {
                "11 A text that kills two workers is named and left",
                ["died: a b", "restart 0.5, alone a b", "died: a", "restart 2, fail a FHN2016", "died: b", "restart 8, fail b FHN2016"]
            },
            {
                "11 A clip between two deaths clears nobody",
                ["died: a", "restart 0.5, alone a", "accepted: b", "", "died: a", "restart 2, fail a FHN2016"]
            },
            {
                "12 A refused clip is made again with the next seed, three attempts in all",
                ["refused: a", "retry a #2", "refused: a", "retry a #3", "refused: a", "fail a FHN4001 after 3"]
            },
            { "12 An accepted second attempt ends the matter", ["refused: a", "retry a #2", "accepted: a", ""] },
            {
                "12 A death does not use up an attempt",
                ["refused: a", "retry a #2", "died: a", "restart 0.5, alone a", "refused: a", "retry a #3"]
            },
            {
                "12 Three of a voice's first eight clips that do not stop give up the voice",
                ["runaway: a", "retry a #2", "runaway: b", "retry b #2", "runaway: c", "give up voice of c FHN2012"]
            },
            {
                "12 One text that never stops is one clip",
                ["accepted: first", "", "runaway: a", "retry a #2", "runaway: a", "retry a #3", "runaway: a", "fail a FHN4001 after 3"]
            },
            {
                "12 A canary that never stops gives up its voice, where nothing of it passed",
                ["runaway: first", "retry first #2", "runaway: first", "retry first #3", "runaway: first", "give up voice of first FHN2012"]
            },
            {
                "12 A canary that never stops fails alone, where another clip of its voice passed",
                [
                    "runaway: first",
                    "retry first #2",
                    "accepted: a",
                    "",
                    "runaway: first",
                    "retry first #3",
                    "runaway: first",
                    "fail first FHN4001 after 3",
                ]
            },
            {
                "12 Runaways after the first eight clips say nothing about the reference",
                [
                    "accepted: a",
                    "",
                    "accepted: b",
                    "",
                    "accepted: c",
                    "",
                    "accepted: d",
                    "",
                    "accepted: e",
                    "",
                    "accepted: f",
                    "",
                    "accepted: g",
                    "",
                    "accepted: h",
                    "",
                    "runaway: i",
                    "retry i #2",
                    "runaway: j",
                    "retry j #2",
                    "runaway: k",
                    "retry k #2",
                    "runaway: l",
                    "retry l #2",
                ]
            },
            {
                "12 Another voice's runaways do not count",
                ["runaway: a", "retry a #2", "runaway: guest1", "retry guest1 #2", "runaway: b", "retry b #2"]
            },
            {
                "13 Out of memory halves the batch: 8, 4, 2, 1",
                ["memory 8: a b c", "halve 4, requeue a b c", "memory 4: a b", "halve 2, requeue a b", "memory 2: a", "halve 1, requeue a"]
            },
            { "13 The limit does not rise again", ["memory 4: a", "halve 2, requeue a", "memory 8: b", "halve 2, requeue b"] },
            {
                "13 Alone it is tried once more with a fresh worker, then it is an error",
                ["memory 1: a", "halve 1, requeue a", "memory 1: a", "halve 1, fail a FHN2017"]
            },
            {
                "13 The stand-in takes over where the user named one",
                ["memory 1: big", "halve 1, requeue big", "memory 1: big", "halve 1, stand-in big"]
            },
            {
                "13 Two in a row that do not fit alone say that none will",
                [
                    "memory 1: a",
                    "halve 1, requeue a",
                    "memory 1: a",
                    "halve 1, fail a FHN2017",
                    "memory 1: b",
                    "halve 1, requeue b",
                    "memory 1: b",
                    "halve 1, fail b FHN2017, give up model",
                    "model-left: c big",
                    "fail c FHN2017, stand-in big",
                ]
            },
            {
                "13 One that fits between them says that others may",
                [
                    "memory 1: a",
                    "halve 1, requeue a",
                    "memory 1: a",
                    "halve 1, fail a FHN2017",
                    "accepted: c",
                    "",
                    "memory 1: b",
                    "halve 1, requeue b",
                    "memory 1: b",
                    "halve 1, fail b FHN2017",
                ]
            },
            {
                "13 Memory takes no restart from those that failures have",
                ["memory 8: a", "halve 4, requeue a", "needed", "start", "died", "restart 0.5"]
            },
            {
                "14 A worker that dies before it was ever ready is not started again",
                ["needed", "start", "died-before-ready", "stop FHN2015"]
            },
            { "14 Without a device the run is over", ["unusable", "stop FHN2006"] },
            {
                "14 A reference that cannot be used ends its voice only",
                ["reference-refused: a", "give up voice of a FHN2009", "voice-left: a b", "fail a FHN2012, fail b FHN2012"]
            },
            { "A text that the worker refuses is not tried again", ["text-refused: a", "fail a FHN2040"] },
            { "A cancelled item comes back as it was", ["cancelled: a", "requeue a"] },
            {
                "A segment fails once, whatever else becomes of it",
                ["voice-left: a", "fail a FHN2012", "refused: a", "", "voice-left: a", "", "text-refused: a", "", "died: a", "restart 0.5"]
            },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_sequence_of_events_leads_to_the_expected_decisions(string row, string[] steps)
    {
        var table = new FailureTable();
        for (var i = 0; i < steps.Length; i += 2)
        {
            table.Decide(steps[i]).ShouldBe(steps[i + 1], $"{row}: after step {i / 2 + 1}, '{steps[i]}'");
        }
    }
}
