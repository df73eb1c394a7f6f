using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Scheduling;

public sealed class JobQueueTests
{
    private readonly Claims _claims = new();

    [Fact]
    public void Voices_are_spoken_one_after_the_other_in_the_order_of_their_first_requests()
    {
        var queue = new JobQueue([
            Jobs.Of("guest1", voice: "guest"),
            Jobs.Of("a"),
            Jobs.Of("guest2", voice: "guest"),
            Jobs.Of("child1", voice: "child"),
            Jobs.Of("b"),
        ]);
        Jobs.Names(queue.All).ShouldBe("guest1 guest2 a b child1");
    }

    [Fact]
    public void A_voices_first_request_stays_first_however_long_it_is_and_the_others_follow_by_length()
    {
        var queue = new JobQueue([Jobs.Of("long", 30), Jobs.Of("middle", 5), Jobs.Of("longer", 9), Jobs.Of("short", 1)]);
        Jobs.Names(queue.All).ShouldBe("long short middle longer");
    }

    [Fact]
    public void Within_a_voice_each_language_and_each_sampling_stays_together_in_ordinal_order()
    {
        var queue = new JobQueue([
            Jobs.Of("first", language: "German"),
            Jobs.Of("german", 1, language: "German"),
            Jobs.Of("warm", 2),
            Jobs.Of("german2", 3, language: "German"),
            Jobs.Of("cold", 4, temperature: 0.5),
            Jobs.Of("warm2", 5),
            Jobs.Of("cold2", 6, temperature: 0.5),
        ]);
        Jobs.Names(queue.All).ShouldBe("first cold cold2 warm warm2 german german2");
    }

    [Fact]
    public async Task What_comes_back_goes_to_the_front_in_the_order_given()
    {
        var queue = new JobQueue(Jobs.Some("a", "b", "c", "d"));
        await TakeAsync(queue);
        var taken = await TakeAsync(queue, limit: 2);
        queue.Return(taken.Reverse());
        Jobs.Names(queue.All).ShouldBe("c b d");
    }

    [Fact]
    public void What_was_given_up_does_not_come_back()
    {
        var jobs = Jobs.Some("a", "b", "c");
        jobs[1].IsGivenUp = true;
        var queue = new JobQueue([]);
        queue.Return(jobs);
        Jobs.Names(queue.All).ShouldBe("a c");
    }

    [Fact]
    public async Task All_are_those_that_must_go_alone_those_that_wait_and_those_that_another_build_holds()
    {
        var queue = await WithOneOfEachAsync();
        Jobs.Names(queue.All).ShouldBe("alone waiting busy");
    }

    [Theory]
    [InlineData("alone", "waiting busy")]
    [InlineData("waiting", "alone busy")]
    [InlineData("busy", "alone waiting")]
    public async Task A_job_can_be_removed_wherever_it_waits(string removed, string left)
    {
        var queue = await WithOneOfEachAsync();
        queue.Remove(job => job.Owner.Id == removed);
        Jobs.Names(queue.All).ShouldBe(left);
        queue.IsEmpty.ShouldBeFalse();
    }

    [Theory]
    [InlineData("alone")]
    [InlineData("waiting")]
    [InlineData("busy")]
    public async Task A_queue_is_empty_only_when_nothing_waits_anywhere(string last)
    {
        var queue = await WithOneOfEachAsync();
        queue.Remove(job => job.Owner.Id != last);
        queue.IsEmpty.ShouldBeFalse();
        queue.Remove(job => job.Owner.Id == last);
        queue.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Taking_all_empties_the_queue()
    {
        var queue = await WithOneOfEachAsync();
        Jobs.Names(queue.TakeAll()).ShouldBe("alone waiting busy");
        Jobs.Names(queue.All).ShouldBe("");
        queue.IsEmpty.ShouldBeTrue();
        queue.HasDeferred.ShouldBeFalse();
    }

    [Fact]
    public async Task What_another_build_holds_waits_aside_until_it_is_recalled()
    {
        var queue = new JobQueue(Jobs.Some("busy"));
        queue.HasDeferred.ShouldBeFalse();
        _claims.Answers["busy"] = ClaimResult.Busy;
        Jobs.Names(await TakeAsync(queue)).ShouldBe("");
        queue.HasDeferred.ShouldBeTrue();

        _claims.Answers.Clear();
        Jobs.Names(await TakeAsync(queue)).ShouldBe("");
        queue.Recall();
        queue.HasDeferred.ShouldBeFalse();
        Jobs.Names(await TakeAsync(queue)).ShouldBe("busy");
        queue.IsEmpty.ShouldBeTrue();
    }

    /// <summary>One job that must go alone, one that waits, and one that another build holds.</summary>
    private async Task<JobQueue> WithOneOfEachAsync()
    {
        var jobs = Jobs.Some("busy", "alone", "waiting");
        var queue = new JobQueue(jobs);
        _claims.Answers["busy"] = ClaimResult.Busy;
        await TakeAsync(queue);
        jobs[1].IsAlone = true;
        queue.Return([jobs[1]]);
        return queue;
    }

    private Task<IReadOnlyList<Job>> TakeAsync(JobQueue queue, int limit = 8) => queue.TakeAsync(_ => limit, _claims.AskAsync);
}
