using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>A clip after post-processing, gate and checks.</summary>
/// <param name="Clip">Ready to be stored; null when it was refused.</param>
/// <param name="Problems">What was measured or heard, and failed it.</param>
/// <param name="IsTooLong">It failed because the model did not stop where the text ends.</param>
internal sealed record JudgedClip(FinishedClip? Clip, IReadOnlyList<string> Problems, bool IsTooLong = false)
{
    /// <summary>What recognizers heard in a refused clip; the record of one that passed has it itself.</summary>
    public IReadOnlyList<TakeCheck> Checks { get; init; } = [];

    /// <summary>The take that was refused, as it would have been stored, for a person to hear; null where there is no sound.</summary>
    public FinishedClip? Refused { get; init; }

    /// <summary>There is no sound to judge: what the engine said of its file is not so.</summary>
    public bool IsFalseAnswer { get; private init; }

    public static JudgedClip Refuse(string problem) => new(null, [problem]);

    public static JudgedClip RefuseAnswer(string problem) => new(null, [problem]) { IsFalseAnswer = true };
}
