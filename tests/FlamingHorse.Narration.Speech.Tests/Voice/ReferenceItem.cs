using System.Text.Json;
using FlamingHorse.Narration.Speech.Reading;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

/// <summary>What the reference implementation makes of a text.</summary>
public sealed record ReferenceItem(string Text, string Phonemes, long[] Ids, long[] Durations, int Frames, string? Wav)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<ReferenceItem> All { get; } =
        JsonSerializer.Deserialize<ReferenceList>(File.ReadAllBytes(TestData.PathOf("reference.json")), _json)!.Items;

    /// <summary>With the tokens where the spaces are.</summary>
    internal Piece Piece => PieceOf(Phonemes);

    internal static Piece PieceOf(string phonemes)
    {
        var words = new List<WordSpan>();
        var start = 0;
        foreach (var token in phonemes.Split(' '))
        {
            words.Add(new(words.Count, start, start + token.TrimEnd('.', ',', ':', ';', '!', '?').Length));
            start += token.Length + 1;
        }

        return new(phonemes, words);
    }

    private sealed record ReferenceList(IReadOnlyList<ReferenceItem> Items);
}
