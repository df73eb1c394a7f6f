using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;

namespace FlamingHorse.Narration.Speech.Voice;

/// <summary>Kokoro's phonemes and their ids (<c>vocab.json</c>: one character → id).</summary>
/// <param name="ids">By character; 0 for characters that are not phonemes.</param>
internal sealed class Alphabet(int[] ids)
{
    /// <summary>Stands at both ends of what the network reads.</summary>
    public const long Boundary = 0;

    /// <summary>Ids up to this one are marks: punctuation, and the space itself.</summary>
    private const long Space = 16;

    /// <summary>A phoneme, a stress mark or a modifier: no punctuation, no space, no boundary.</summary>
    public static bool IsSounding(long id) => id > Space;

    /// <summary>A mark at which the voice may pause.</summary>
    public static bool IsPunctuation(long id) => id is > Boundary and < Space;

    /// <exception cref="JsonException"/>
    public static Alphabet Parse(ReadOnlyMemory<byte> json)
    {
        // No dictionary and no query over structs: the runtime has no compiled code for those, and every start would wait for it.
        var ids = new int[char.MaxValue + 1];
        using var document = JsonDocument.Parse(json);
        foreach (var phoneme in document.RootElement.EnumerateObject())
        {
            var name = phoneme.Name is [var character] ? character : throw new JsonException($"'{phoneme.Name}' is not one character.");
            ids[name] = phoneme.Value.GetInt32();
        }

        return new(ids);
    }

    /// <summary>The id of character i is at i + 1, because of the boundary before it.</summary>
    /// <exception cref="Fault">A character is not a phoneme.</exception>
    public long[] Encode(string phonemes)
    {
        var encoded = new long[phonemes.Length + 2];
        for (var i = 0; i < phonemes.Length; i++)
        {
            encoded[i + 1] = ids[phonemes[i]] is var id and not (int)Boundary
                ? id
                : throw new Fault(
                    FaultCode.BadInput,
                    $"'{phonemes[i]}' (U+{(int)phonemes[i]:X4}) in the pronunciation /{phonemes}/ is not a phoneme of this voice."
                );
        }

        return encoded;
    }
}
