using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

public sealed class WorkerTimeoutsTests
{
    [Theory]
    [InlineData(null, 60)]
    [InlineData("", 60)]
    [InlineData("soon", 60)]
    [InlineData("0", 60)]
    [InlineData("-5", 60)]
    [InlineData("NaN", 60)]
    [InlineData("86400", 60)]
    [InlineData("86399", 86_399)]
    [InlineData("0.5", 0.5)]
    public void Silence_may_last_as_long_as_the_variable_says_within_a_day(string? value, double seconds) =>
        WorkerTimeouts.From(name => name == WorkerTimeouts.SilenceVariable ? value : null).Silence.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(null, 0.5, 2, 8)]
    [InlineData("now", 0.5, 2, 8)]
    [InlineData("0", 0.5, 2, 8)]
    [InlineData("86400", 0.5, 2, 8)]
    [InlineData("0.25", 0.25, 1, 4)]
    public void Each_wait_before_a_restart_is_four_times_the_one_before_and_the_variable_sets_the_first(
        string? value,
        double first,
        double second,
        double third
    ) =>
        WorkerTimeouts
            .From(name => name == WorkerTimeouts.BackoffVariable ? value : null)
            .Backoff.Select(wait => wait.TotalSeconds)
            .ShouldBe([first, second, third]);

    [Theory]
    [InlineData(0, 1, 15)]
    [InlineData(1.25, 1, 15)]
    [InlineData(2, 1, 18)]
    [InlineData(10, 2, 30)]
    [InlineData(10, 0.5, 90)]
    [InlineData(147.5, 1, 600)]
    [InlineData(1_000, 1, 600)]
    public void A_batch_may_take_four_times_its_longest_possible_audio_plus_ten_seconds(double cap, double speed, double seconds) =>
        new WorkerTimeouts().Batch(TimeSpan.FromSeconds(cap), speed).ShouldBe(TimeSpan.FromSeconds(seconds));
}
