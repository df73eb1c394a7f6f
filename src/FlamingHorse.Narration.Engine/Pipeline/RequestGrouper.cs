using System.Collections.Immutable;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Planning.Keys;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Synthesis;

namespace FlamingHorse.Narration.Engine.Pipeline;

/// <summary>Groups the segments to be made into clips, one for each key; those of the same voice and model stand together.</summary>
internal sealed class RequestGrouper(NarrationRequest request, IReadOnlyList<PlannedSegment> plan, SpeechRates rates)
{
    /// <param name="wanted">Indices into the plan.</param>
    /// <param name="replaced">Of those that replace a take: SHA-256 of the takes to be replaced.</param>
    public IReadOnlyList<PendingClip> Group(IEnumerable<int> wanted, IReadOnlyDictionary<int, IReadOnlySet<string>> replaced)
    {
        var groups = wanted.Order().GroupBy(index => Sharing(plan[index]));
        return
        [
            .. groups
                .Select(group => ToOrder([.. group], replaced))
                .OrderBy(order => order.Request.Voice.Model, StringComparer.Ordinal)
                .ThenBy(order => order.Request.Voice.Name, StringComparer.Ordinal)
                .ThenBy(order => order.Request.Id, StringComparer.Ordinal),
        ];
    }

    // A segment without a key (its reference is absent) shares its request with no other.
    private static (ActionKey, string) Sharing(PlannedSegment segment) => (segment.Key, segment.IsKeyed ? "" : segment.Id);

    private PendingClip ToOrder(int[] indices, IReadOnlyDictionary<int, IReadOnlySet<string>> replaced)
    {
        var first = plan[indices[0]];
        var old = indices
            .SelectMany(index => replaced.GetValueOrDefault(index) ?? ImmutableHashSet<string>.Empty)
            .ToHashSet(StringComparer.Ordinal);
        var order = new SynthesisRequest
        {
            Key = first.Key,
            Id = first.Id,
            Place = first.Source.Place,
            Text = first.Spoken,
            Say = first.Say,
            Parts = PartsOf(first),
            Letters = indices.Select(index => plan[index].Letters).FirstOrDefault(letters => letters.Count > 0) ?? [],
            Voice = first.Voice!.Voice,
            Language = first.Language,
            Estimate = rates.Predict(first),
            IsPaceLearned = rates.IsLearned(first),
            Take = old.Count == 0 ? TakeNumber.First : TakeNumber.After(old.Min(StringComparer.Ordinal)!),
        };
        return new(order with { StandIn = StandIn(order) }, [.. indices.Select(index => plan[index])], old);
    }

    private SpokenParts PartsOf(PlannedSegment segment)
    {
        if (segment.Pauses.Count == 0)
        {
            return SpokenParts.None;
        }

        var tokens = segment.Spoken.Split(' ');
        var pauses = segment.Pauses.ToDictionary(pause => pause.Token, pause => TimeSpan.FromMilliseconds(pause.Milliseconds));
        int[] bounds = [.. pauses.Keys.Append(0).Append(tokens.Length).Distinct().Order()];
        return new(
            [
                .. bounds
                    .Zip(bounds.Skip(1))
                    .Select(part =>
                    {
                        var text = string.Join(' ', tokens[part.First..part.Second]);
                        return new SpokenPart(text, part.First, pauses.GetValueOrDefault(part.Second), rates.PredictSpeech(segment, text));
                    }),
            ],
            pauses.GetValueOrDefault(0)
        );
    }

    // Under its own key: what another model says is another clip, also in the stores.
    private SynthesisRequest? StandIn(SynthesisRequest order)
    {
        if (!order.Parts.IsNone || request.Settings.Worker.OutOfMemoryModel is not { } model || model == order.Voice.Model)
        {
            return null;
        }

        var voice = order.Voice with
        {
            Model = model,
            ModelFolder = new UserPath(request.ProjectDirectory, request.Settings.Machine.Home).LocalModel(model),
        };
        return order with { Voice = voice, Key = ActionKeys.Compute(order.Text, order.Language, voice, ActionKeys.Loudness, order.Say) };
    }
}
