namespace FlamingHorse.Narration.Script.Text;

/// <summary>Turns the places of words in a text into the white-space tokens that have a pronunciation.</summary>
internal static class PronouncedWords
{
    private const string Hissing = "szʃʒʧʤ";
    private const string Voiceless = "ptkfθ";

    /// <summary>
    /// A voice says a token as a whole, so a place counts when only signs and a possessive's ending stand beside it in its tokens. What is
    /// only a part of a word (<c>Cauchy-Schwarz</c>) has a line of its own, or is read as ever.
    /// </summary>
    public static IEnumerable<Pronunciation> Of(string spoken, IEnumerable<(int At, LexiconEntry Entry)> places)
    {
        foreach (var (at, entry) in places)
        {
            var start = spoken.LastIndexOf(' ', at) + 1;
            var end = at + entry.Word.Length;
            var stop = spoken.IndexOf(' ', end);
            var rest = spoken.Substring(end, (stop < 0 ? spoken.Length : stop) - end);
            var isPossessive = rest.Length >= 2 && rest[0] is '\'' or '’' && rest[1] is 's' or 'S';
            if (HasWord(spoken.Substring(start, at - start)) || HasWord(isPossessive ? rest.Substring(2) : rest))
                continue;
            yield return new Pronunciation(
                CountSpaces(spoken, start),
                1 + CountSpaces(entry.Word, entry.Word.Length),
                isPossessive ? entry.Spoken + Possessive(entry.Spoken) : entry.Spoken
            );
        }
    }

    private static string Possessive(string phonemes)
    {
        var last = phonemes[phonemes.Length - 1];
        return Hissing.IndexOf(last) >= 0 ? "ᵻz"
            : Voiceless.IndexOf(last) >= 0 ? "s"
            : "z";
    }

    private static bool HasWord(string text) => text.Any(char.IsLetterOrDigit);

    private static int CountSpaces(string text, int end) => text.Take(end).Count(c => c == ' ');
}
