using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>One clip to be made. Two segments with the same key are one request.</summary>
public sealed record SynthesisRequest
{
    public required ActionKey Key { get; init; }

    /// <summary>A segment's id, for messages; of several, the first by ordinal order.</summary>
    public required string Id { get; init; }

    public SourcePlace? Place { get; init; }

    /// <summary>Normalized spoken text, exactly as in the key.</summary>
    public required string Text { get; init; }

    /// <summary>The author's pronunciations of words of <see cref="Text"/>, for a voice that takes phonemes.</summary>
    public IReadOnlyList<Pronunciation> Say { get; init; } = [];

    /// <summary>What <see cref="Text"/> is spoken in, with silence between; empty for a text without a pause.</summary>
    public SpokenParts Parts { get; init; } = SpokenParts.None;

    /// <summary>The names of single letters of its formulas, for a voice that takes phonemes; in no key.</summary>
    public IReadOnlyList<Pronunciation> Letters { get; init; } = [];

    /// <summary>All pronunciations that are sent to the voice, in order; the author's win over the names of letters.</summary>
    public IEnumerable<Pronunciation> Pronunciations =>
        Say.Concat(Letters.Where(letter => !Say.Any(word => letter.Token >= word.Token && letter.Token < word.Token + word.Count)))
            .OrderBy(word => word.Token);

    public required Voice Voice { get; init; }

    /// <summary>Full name.</summary>
    public required string Language { get; init; }

    /// <summary>Predicted length, for batches, caps and the quality gate.</summary>
    public required TimeSpan Estimate { get; init; }

    /// <summary>
    /// The voice's own takes taught its rate: a take that is far from <see cref="Estimate"/> is not spoken as the voice speaks.
    /// </summary>
    public bool IsPaceLearned { get; init; }

    /// <summary>0 for a first take; a retake counts up, and with it the seeds change.</summary>
    public int Take { get; init; }

    /// <summary>The seed of the first attempt where a known take is to be made again; null lets it follow from the key.</summary>
    public long? Seed { get; init; }

    /// <summary>
    /// The same text under <see cref="SynthesisOptions.OutOfMemoryModel"/>, with its own key and its voice's model replaced; null when none
    /// is named. When this request does not fit into memory, the stand-in is claimed and made instead: the clip's
    /// <see cref="FinishedClip.Request"/> is this request, while its record has the stand-in's key and model. A claim of the stand-in
    /// that is answered with <see cref="ClaimResult.Done"/> means that the sink has taken the finished clip for this segment.
    /// </summary>
    public SynthesisRequest? StandIn { get; init; }
}
