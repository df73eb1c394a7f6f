using System.Collections.Immutable;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Pipeline;
using FlamingHorse.Narration.Engine.Pipeline.Steps;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Tests.Fakes;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

public sealed class SettlementTests : IDisposable
{
    private readonly Studio _studio = new();

    public void Dispose() => _studio.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public void A_take_that_could_not_be_replaced_stays_and_counts_as_failed(int? attempts)
    {
        var old = new SegmentTake(Segment("a"), TakeSource.UpToDate, Line("old"));
        var failed = attempts is { } count ? new SegmentTake(old.Segment, TakeSource.Failed) { Attempts = count } : null;

        Settle(old, failed).ShouldBe(old with { Source = TakeSource.Failed, Attempts = attempts ?? 0 });
    }

    [Fact]
    public void A_new_take_replaces_the_old_one()
    {
        var old = new SegmentTake(Segment("a"), TakeSource.UpToDate, Line("old"));
        var made = new SegmentTake(old.Segment, TakeSource.Synthesized, Line("new"));

        Settle(old, made).ShouldBe(made);
    }

    [Fact]
    public void A_new_take_that_was_not_requested_is_not_adopted()
    {
        var old = new SegmentTake(Segment("a"), TakeSource.UpToDate, Line("old"));
        var state = State(old);

        Settlement
            .Settle(state, new Dictionary<string, SegmentTake> { ["a"] = old with { Source = TakeSource.Synthesized } })
            .Takes.ShouldBe([old]);
    }

    private SegmentTake? Settle(SegmentTake old, SegmentTake? made) =>
        Settlement
            .Settle(
                State(old) with
                {
                    Wanted = [0],
                },
                made is null
                    ? ImmutableDictionary<string, SegmentTake>.Empty
                    : ImmutableDictionary<string, SegmentTake>.Empty.Add("a", made)
            )
            .Takes[0];

    private RunState State(SegmentTake take)
    {
        var request = _studio.Request();
        var context = new RunContext(request, new ListLog(), new(new ListLog(), isSilent: false));
        return new(
            new()
            {
                Segments = [take.Segment],
                Lock = LockSession.Read(request, _ => Assert.Fail("the lock is sound")),
                Retakes = new(""),
                Backend = BackendRegistry.Find("system"),
                Voices = context.Voices(new Dictionary<string, LockedVoice>()),
                IsSound = true,
            }
        )
        {
            Takes = [take],
        };
    }

    private static PlannedSegment Segment(string id)
    {
        var source = new ScriptSegment
        {
            Id = id,
            Text = "Text.",
            Place = new("a.cs", 1, 1),
            Origin = SegmentOrigin.CSharp,
        };
        return new()
        {
            Source = source,
            Reading = SegmentReading.Of(source, Lexicon.Empty, FormulaRules.Default, "English"),
            Spoken = "Text.",
            Language = "English",
            VoiceName = "narrator",
        };
    }

    private static LockedSegment Line(string hash) =>
        new()
        {
            Key = ActionKey.None,
            AudioHash = hash,
            SampleCount = 1,
            SampleRate = 24_000,
            SpeechStart = 0,
            SpeechEnd = 1,
            Voice = "narrator",
            Model = "",
        };
}
