using System.Text.Json.Serialization;

namespace FlamingHorse.Narration.Engine.Model;

/// <summary>When a word is said, in steps of 10 ms from the start of the stored clip. In JSON: <c>[token, start, end]</c>.</summary>
/// <param name="Token">Index of the white-space token of the spoken text.</param>
/// <param name="Start">First step.</param>
/// <param name="End">One past the last step.</param>
[JsonConverter(typeof(WordTimeConverter))]
public readonly record struct WordTime(int Token, int Start, int End)
{
    /// <summary>Steps in a second.</summary>
    public const int StepsPerSecond = 100;
}
