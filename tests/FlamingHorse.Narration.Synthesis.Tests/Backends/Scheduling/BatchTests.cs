using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends.Scheduling;

public sealed class BatchTests
{
    [Fact]
    public void Items_are_open_in_their_order_until_they_are_answered()
    {
        var batch = Of("a", "b", "c");
        Jobs.Names(batch.Open).ShouldBe("a b c");
        batch.Answer(2).Job.Owner.Id.ShouldBe("b");
        batch.Holds(2).ShouldBeFalse();
        batch.Holds(3).ShouldBeTrue();
        Jobs.Names(batch.Open).ShouldBe("a c");
        Jobs.Names(batch.Items).ShouldBe("a b c");
    }

    [Fact]
    public void A_batch_is_answered_when_every_item_is()
    {
        var batch = Of("a", "b");
        batch.Answer(1);
        batch.IsAnswered.ShouldBeFalse();
        batch.Answer(2);
        batch.IsAnswered.ShouldBeTrue();
    }

    [Fact]
    public void The_longest_cap_counts_in_frames_of_80_ms() =>
        new Batch(
            1,
            [Item(1, Jobs.Of("a"), "", frames: 100), Item(2, Jobs.Of("b"), "", frames: 250), Item(3, Jobs.Of("c"), "", frames: 75)]
        ).LongestCap.ShouldBe(TimeSpan.FromSeconds(20));

    [Fact]
    public void A_batch_of_one_has_its_items_seed_and_another_one_at_each_attempt()
    {
        var job = Jobs.Of("a");
        new Batch(1, [Item(1, job, "")]).Seed.ShouldBe(Seeds.For(job.Spoken.Key, 0, 1));
        job.Attempts = job.Attempts.Refused(new FailedAttempt(["silence"]));
        new Batch(2, [Item(2, job, "")]).Seed.ShouldBe(Seeds.For(job.Spoken.Key, 0, 2));
    }

    [Fact]
    public void Abandoning_a_batch_deletes_what_there_is_of_unanswered_clips_and_leaves_the_others()
    {
        using var folder = new TemporaryFolder();
        var batch = new Batch(
            1,
            [
                Item(1, Jobs.Of("answered"), folder.Write("answered.wav", "clip")),
                Item(2, Jobs.Of("begun"), folder.Write("begun.wav", "half")),
                Item(3, Jobs.Of("waiting"), folder["waiting.wav"]),
            ]
        );
        batch.Answer(1);
        Jobs.Names(batch.Abandon()).ShouldBe("begun waiting");
        Directory.GetFileSystemEntries(folder.Path).ShouldBe([folder["answered.wav"]]);
    }

    [Fact]
    public void A_folder_where_the_clip_belongs_is_deleted_with_all_that_is_in_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Path.Combine("clip.wav", "inside", "junk.txt"), "junk");
        Item(1, Jobs.Of("a"), folder["clip.wav"]).DeleteFile();
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    private static Batch Of(params IEnumerable<string> ids) => new(1, [.. ids.Select((id, index) => Item(index + 1, Jobs.Of(id), ""))]);

    /// <summary>Items are numbered from 1.</summary>
    private static BatchItem Item(int number, Job job, string path, int frames = 100) => new(number, job, number - 1, frames, path);
}
