using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis;

namespace FlamingHorse.Narration.Synthesis.Tests.Synthesis;

public sealed class SeedTests
{
    private static readonly ActionKey Key = new(new string('0', 64));

    [Fact]
    public void A_seed_follows_from_key_take_and_attempt_and_never_changes()
    {
        Seeds.For(Key, 0, 1).ShouldBe(Golden);
        new[] { Seeds.For(Key, 0, 1), Seeds.For(Key, 0, 2), Seeds.For(Key, 1, 1), Seeds.For(new ActionKey(new string('1', 64)), 0, 1) }
            .Distinct()
            .Count()
            .ShouldBe(4);
        Seeds.For(Key, 0, 1).ShouldBeInRange(0, uint.MaxValue);
    }

    [Fact]
    public void A_users_seed_is_used_for_the_first_attempt_of_the_first_take()
    {
        var voice = Requests.Voice("mlx") with { Sampling = new Sampling(Seed: 42) };
        var request = Requests.For("a", "x", voice);
        Seeds.For(request, 1).ShouldBe(42);
        Seeds.For(request, 2).ShouldBe(Seeds.For(request.Key, 0, 2));
        Seeds.For(request with { Take = 1 }, 1).ShouldBe(Seeds.For(request.Key, 1, 1));
    }

    private const long Golden = 1151434874;
}
