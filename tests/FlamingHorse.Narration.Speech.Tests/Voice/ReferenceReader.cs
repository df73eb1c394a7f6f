using FlamingHorse.Narration.Speech.Reading;
using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Tests.Voice;

/// <summary>Reads the texts of the reference as the reference did; anything else is taken for phonemes already.</summary>
internal sealed class ReferenceReader : IReader
{
    public ReadText Read(string text, IReadOnlyList<Pronunciation> say)
    {
        if (text.Length == 0)
        {
            return new([], []);
        }

        return new([ReferenceItem.All.FirstOrDefault(item => item.Text == text)?.Piece ?? ReferenceItem.PieceOf(text)], []);
    }
}
