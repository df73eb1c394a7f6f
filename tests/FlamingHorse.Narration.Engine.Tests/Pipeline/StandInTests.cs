using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Tests.Fakes;

namespace FlamingHorse.Narration.Engine.Tests.Pipeline;

/// <summary>A model that may take over where one segment does not fit into memory.</summary>
public sealed class StandInTests : IDisposable
{
    private readonly Studio _studio = new Studio().Say("Intro.Long", "A long sentence.").Say("Intro.Short", "Short.");

    public StandInTests() => _studio.Properties["NarrationOutOfMemoryModel"] = "mlx-community/Small";

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task What_another_model_said_is_stored_under_its_key_and_stays_this_segments_take()
    {
        var small = new Small(_studio.Synthesizer);

        var outcome = await _studio.BuildAsync(request => request with { CreateSynthesizer = _ => small });

        outcome.HasErrors.ShouldBeFalse();
        outcome.Of("Intro.Long").Model.ShouldBe("mlx-community/Small");
        outcome.Of("Intro.Short").Model.ShouldNotBe("mlx-community/Small");
        _studio.Store.Held.ShouldBeEmpty();
        small.Keys.ShouldBeUnique();

        (await _studio.BuildAsync()).Summary.UpToDate.ShouldBe(2);
        File.Delete(_studio.LockPath);
        var again = await _studio.BuildAsync(request => request with { CreateSynthesizer = _ => small });
        again.Summary.Synthesized.ShouldBe(0);
        again.Of("Intro.Long").AudioHash.ShouldBe(outcome.Of("Intro.Long").AudioHash);
        _studio.Store.Held.ShouldBeEmpty();
    }

    /// <summary>Too small for long sentences.</summary>
    private sealed class Small(FakeSynthesizer synthesizer) : ISynthesizer
    {
        public List<ActionKey> Keys { get; } = [];

        public async Task RunAsync(IReadOnlyList<SynthesisRequest> requests, ISynthesisSink sink, CancellationToken cancellation)
        {
            foreach (var request in requests)
            {
                if (await sink.ClaimAsync(request, cancellation) == ClaimResult.Done)
                {
                    continue;
                }

                var spoken = request.Id == "Intro.Long" ? request.StandIn! : request;
                if (spoken != request && await sink.ClaimAsync(spoken, cancellation) == ClaimResult.Done)
                {
                    continue;
                }

                Keys.Add(spoken.Key);
                await sink.CompletedAsync(synthesizer.Clip(spoken) with { Request = request }, cancellation);
            }
        }
    }
}
