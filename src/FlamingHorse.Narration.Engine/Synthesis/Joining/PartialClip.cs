using System.Globalization;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Synthesis.Joining;

/// <summary>A text whose parts are being spoken. Any thread.</summary>
/// <param name="request">Of the whole.</param>
internal sealed class PartialClip(SynthesisRequest request)
{
    private readonly FinishedClip?[] _clips = new FinishedClip?[request.Parts.Parts.Count];
    private readonly Lock _lock = new();
    private Task<ClaimResult>? _claim;
    private bool _isGivenUp;

    public SynthesisRequest Request => request;

    /// <summary>
    /// A part as an item of its own. It has the key of the whole, and with it its seeds; a smaller model speaks whole texts only.
    /// </summary>
    public SynthesisRequest RequestOf(int index)
    {
        var part = request.Parts.Parts[index];
        return request with
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{request.Id}#{index + 1}"),
            Text = part.Text,
            Estimate = part.Estimate,
            Parts = SpokenParts.None,
            StandIn = null,
            Say = Within(request.Say, part),
            Letters = Within(request.Letters, part),
        };
    }

    /// <summary>The whole is claimed with the first of its parts.</summary>
    public async ValueTask<ClaimResult> ClaimAsync(ISynthesisSink sink, CancellationToken cancellation)
    {
        Task<ClaimResult> claim;
        lock (_lock)
        {
            if (_claim is null or { IsCompletedSuccessfully: true, Result: ClaimResult.Busy })
            {
                _claim = sink.ClaimAsync(request, cancellation).AsTask();
            }

            claim = _claim;
        }

        var result = await claim.ConfigureAwait(false);
        lock (_lock)
        {
            return _isGivenUp ? ClaimResult.Done : result;
        }
    }

    /// <summary>The whole, with its last part; null before.</summary>
    public FinishedClip? Add(int index, FinishedClip clip)
    {
        lock (_lock)
        {
            _clips[index] = clip;
            if (_isGivenUp || !Array.TrueForAll(_clips, part => part is not null))
            {
                return null;
            }
        }

        return JoinedClip.Of(request, _clips!);
    }

    /// <summary>True for the first part that fails.</summary>
    public bool GiveUp()
    {
        lock (_lock)
        {
            return !_isGivenUp && (_isGivenUp = true);
        }
    }

    private static IReadOnlyList<Pronunciation> Within(IReadOnlyList<Pronunciation> words, SpokenPart part)
    {
        var end = part.FirstToken + part.Text.Split(' ').Length;
        return
        [
            .. words
                .Where(word => word.Token >= part.FirstToken && word.Token < end)
                .Select(word => word with { Token = word.Token - part.FirstToken }),
        ];
    }
}
