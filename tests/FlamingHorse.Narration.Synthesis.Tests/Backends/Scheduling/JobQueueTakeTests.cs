using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Scheduling;

public sealed class JobQueueTakeTests
{
    private readonly Claims _claims = new();

    [Fact]
    public async Task A_voices_first_goes_alone_and_the_others_in_batches_as_large_as_they_may_be()
    {
        var queue = new JobQueue(Jobs.Some("a", "b", "c", "d", "e", "f"));
        (await BatchesAsync(queue, _ => 3)).ShouldBe(["a", "b c d", "e f"]);
    }

    [Fact]
    public async Task Each_voice_has_its_first_and_its_own_limit()
    {
        var queue = new JobQueue([.. Jobs.Some("a", "b", "c"), .. Enumerable.Range(1, 3).Select(n => Jobs.Of($"g{n}", voice: "guest"))]);
        (await BatchesAsync(queue, voice => voice == "guest" ? 1 : 2)).ShouldBe(["a", "b c", "g1", "g2", "g3"]);
    }

    [Fact]
    public async Task A_batch_takes_up_what_is_of_its_language_and_sampling_and_passes_over_the_rest()
    {
        var queue = new JobQueue(Jobs.Some("first"));
        await TakeAsync(queue);
        queue.Return([
            Jobs.Of("english"),
            Jobs.Of("german", language: "German"),
            Jobs.Of("cold", temperature: 0.5),
            Jobs.Of("english2"),
            Jobs.Of("german2", language: "German"),
        ]);
        (await BatchesAsync(queue)).ShouldBe(["english english2", "german german2", "cold"]);
    }

    [Fact]
    public async Task Only_the_first_of_a_voice_stands_for_it()
    {
        var jobs = Jobs.Some("a", "b", "c");
        await BatchesAsync(new JobQueue(jobs));
        Jobs.Names(jobs.Where(job => job.IsCanary)).ShouldBe("a");
    }

    [Fact]
    public async Task A_first_that_comes_back_unspoken_goes_alone_again()
    {
        var queue = new JobQueue(Jobs.Some("a", "b", "c"));
        queue.Return(await TakeAsync(queue));
        (await BatchesAsync(queue)).ShouldBe(["a", "b c"]);
    }

    [Fact]
    public async Task Where_another_build_has_made_the_first_the_next_one_stands_for_the_voice()
    {
        var jobs = Jobs.Some("a", "b", "c", "d");
        _claims.Answers["a"] = ClaimResult.Done;
        (await BatchesAsync(new JobQueue(jobs))).ShouldBe(["b", "c d"]);
        Jobs.Names(jobs.Where(job => job.IsCanary)).ShouldBe("b");
    }

    [Fact]
    public async Task What_must_go_alone_goes_first_and_by_itself()
    {
        var jobs = Jobs.Some("a", "b", "c", "d");
        var queue = new JobQueue(jobs);
        await TakeAsync(queue);
        await TakeAsync(queue, limit: 2);
        (jobs[1].IsAlone, jobs[2].IsAlone) = (true, true);
        queue.Return([jobs[1], jobs[2]]);
        (await BatchesAsync(queue)).ShouldBe(["b", "c", "d"]);
    }

    [Theory]
    [InlineData(ClaimResult.Done, false)]
    [InlineData(ClaimResult.Busy, true)]
    public async Task What_is_not_this_builds_is_left_out_and_kept_only_while_another_build_is_at_it(ClaimResult answer, bool isKept)
    {
        var queue = new JobQueue(Jobs.Some("a", "b", "c", "d"));
        _claims.Answers["c"] = answer;
        (await BatchesAsync(queue)).ShouldBe(["a", "b d"]);
        queue.HasDeferred.ShouldBe(isKept);
        Jobs.Names(queue.All).ShouldBe(isKept ? "c" : "");
    }

    [Theory]
    [InlineData(ClaimResult.Done, false)]
    [InlineData(ClaimResult.Busy, true)]
    public async Task The_same_holds_for_what_must_go_alone(ClaimResult answer, bool isKept)
    {
        var jobs = Jobs.Some("a", "b");
        (jobs[0].IsAlone, jobs[1].IsAlone) = (true, true);
        var queue = new JobQueue([]);
        queue.Return(jobs);
        _claims.Answers["a"] = answer;
        Jobs.Names(await TakeAsync(queue)).ShouldBe("b");
        Jobs.Names(queue.All).ShouldBe(isKept ? "a" : "");
    }

    [Fact]
    public async Task What_this_build_has_claimed_is_not_asked_about_again()
    {
        var queue = new JobQueue(Jobs.Some("a", "b", "c"));
        await TakeAsync(queue);
        var taken = await TakeAsync(queue);
        queue.Return(taken);
        Jobs.Names(await TakeAsync(queue)).ShouldBe("b c");
        _claims.Asked.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task A_job_is_asked_about_only_as_it_goes_out()
    {
        var queue = new JobQueue(Jobs.Some("a", "b", "c", "d"));
        await TakeAsync(queue);
        _claims.Asked.ShouldBe(["a"]);
        await TakeAsync(queue, limit: 2);
        _claims.Asked.ShouldBe(["a", "b", "c"]);
    }

    private Task<IReadOnlyList<Job>> TakeAsync(JobQueue queue, int limit = 8) => queue.TakeAsync(_ => limit, _claims.AskAsync);

    /// <summary>All that the queue has to give; a queue without end is cut.</summary>
    private async Task<IReadOnlyList<string>> BatchesAsync(JobQueue queue, Func<string, int>? limitOf = null)
    {
        var batches = new List<string>();
        while (batches.Count < 20 && await queue.TakeAsync(limitOf ?? (_ => 8), _claims.AskAsync) is { Count: > 0 } jobs)
        {
            batches.Add(Jobs.Names(jobs));
        }

        return batches;
    }
}
