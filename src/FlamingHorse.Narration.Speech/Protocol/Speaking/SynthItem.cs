using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Reading;

namespace FlamingHorse.Narration.Speech.Protocol.Speaking;

/// <summary>One clip that the host requests.</summary>
/// <param name="Id">The id for the answer.</param>
/// <param name="Text">What to say.</param>
/// <param name="Path">Where the file goes.</param>
/// <param name="Say">The author's pronunciations.</param>
internal sealed record SynthItem(long Id, string Text, string Path, IReadOnlyList<Pronunciation> Say)
{
    /// <summary>The most characters, so that the answer with a time for each word fits into a line.</summary>
    public const int LongestText = 50_000;

    /// <exception cref="Fault">It is invalid.</exception>
    public static SynthItem Parse(JsonElement item)
    {
        try
        {
            var text = item.Text("text") ?? throw new FormatException("it has no text");
            var path = item.Text("out") ?? throw new FormatException("it has no 'out'");
            return text.Length <= LongestText
                ? new(item.GetProperty("id").GetInt64(), text, path, [.. item.List("say").Select(ParsePronunciation)])
                : throw new Fault(
                    FaultCode.BadInput,
                    $"The text has {text.Length} characters; {LongestText} is the most for one clip.",
                    "Cut it into segments."
                );
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new Fault(FaultCode.BadInput, $"The item cannot be read: {e.Message}");
        }
    }

    private static Pronunciation ParsePronunciation(JsonElement say) =>
        new(
            (int)say.Integer("i", -1) is >= 0 and var token ? token : throw new FormatException("'say' has no token"),
            (int)say.Integer("n", 1) is >= 1 and var count ? count : throw new FormatException("'say' stands for no token"),
            say.Text("phones") is { Length: > 0 } phones ? phones : throw new FormatException("'say' has no phones")
        );
}
