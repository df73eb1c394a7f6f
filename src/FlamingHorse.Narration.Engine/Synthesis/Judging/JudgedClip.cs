using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Judging;

/// <summary>A clip after post-processing, gate and checks.</summary>
/// <param name="Clip">Ready to be stored; null when it was refused.</param>
/// <param name="Problems">The measured or heard faults that failed it.</param>
/// <param name="IsTooLong">Whether it failed because the model did not stop at the end of the text.</param>
internal sealed record JudgedClip(FinishedClip? Clip, IReadOnlyList<string> Problems, bool IsTooLong = false)
{
    /// <summary>What recognizers heard in a refused clip; for a clip that passed, its record has this.</summary>
    public IReadOnlyList<TakeCheck> Checks { get; init; } = [];

    /// <summary>The refused take as it would have been stored, so that a person can listen to it; null if there is no sound.</summary>
    public FinishedClip? Refused { get; init; }

    /// <summary>There is no sound to judge: the file is not what the engine announced.</summary>
    public bool IsFalseAnswer { get; private init; }

    public static JudgedClip Refuse(string problem) => new(null, [problem]);

    public static JudgedClip RefuseAnswer(string problem) => new(null, [problem]) { IsFalseAnswer = true };
}
