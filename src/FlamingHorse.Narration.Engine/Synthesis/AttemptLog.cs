using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>What was measured at each attempt at one request, for the message when none passed.</summary>
internal sealed class AttemptLog
{
    public const int Most = 3;

    private readonly List<string> _attempts = [];

    public int Count => _attempts.Count;

    public void Add(IReadOnlyList<string> problems) => _attempts.Add(string.Join(", ", problems));

    /// <summary>No attempt brought any sound to measure.</summary>
    public bool IsServersFault { get; set; }

    public Finding Finding(SynthesisRequest request, bool isDeterministic)
    {
        var measured = string.Join("; ", _attempts.Select((text, index) => $"attempt {index + 1}: {text}"));
        var cure = isDeterministic
            ? "This engine gives the same sound every time, so it was not asked again: say it in other words, or write SpokenAs."
            : "Say it in other words, write SpokenAs, split the segment, or build again for new attempts.";
        return (IsServersFault ? VoiceFindings.ServerFailed : QualityFindings.ClipRejected).At(
            request.Place,
            $"'{request.Id}' was refused: {measured}. {cure}"
        );
    }
}
