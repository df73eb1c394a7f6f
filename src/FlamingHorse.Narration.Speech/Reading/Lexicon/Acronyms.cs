using System.Text;

namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>Words that are said letter by letter.</summary>
/// <param name="gold">The lexicon that holds the letters' names under their capitals.</param>
internal sealed class Acronyms(PhonemeTable gold)
{
    /// <summary>Initials with points inside: <c>e.g.</c>, <c>U.S.</c></summary>
    public static bool HasInnerPoints(string word)
    {
        if (!word.AsSpan().Trim('.').Contains('.'))
        {
            return false;
        }

        var parts = word.Split('.');
        return parts.All(part => part.Length < 3) && LetterCase.IsAllLetters(word.Replace(".", "", StringComparison.Ordinal));
    }

    /// <summary>The names of the letters, the last one with the stress; null when a letter has no name here.</summary>
    public string? Spell(string word)
    {
        var names = new StringBuilder();
        foreach (var letter in word.Where(char.IsLetter))
        {
            if (gold.Find(char.ToUpperInvariant(letter).ToString())?.Default is not { } name)
            {
                return null;
            }

            names.Append(name);
        }

        var spelled = Stress.Apply(names.ToString(), 0);
        var last = spelled.LastIndexOf(Phonemes.SecondaryStress);
        return spelled.Length == 0 ? null
            : last < 0 ? spelled
            : spelled[..last] + Phonemes.PrimaryStress + spelled[(last + 1)..];
    }
}
