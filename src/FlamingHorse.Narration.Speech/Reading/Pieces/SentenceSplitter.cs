using FlamingHorse.Narration.Speech.Reading.Tokens;

namespace FlamingHorse.Narration.Speech.Reading.Pieces;

/// <summary>Splits a text after . ! ? … unless what follows shows that the sentence goes on.</summary>
internal static class SentenceSplitter
{
    private const string Closing = "\"'”’)]}»";
    private const string Opening = "\"'“‘([{«";

    public static IEnumerable<IReadOnlyList<SpokenWord>> Split(IReadOnlyList<SpokenWord> words)
    {
        var start = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (i == words.Count - 1 || (Ends(words[i].Text) && !GoesOn(words[i + 1].Text)))
            {
                yield return [.. words.Skip(start).Take(i + 1 - start)];
                start = i + 1;
            }
        }
    }

    private static bool Ends(string word)
    {
        var core = word.AsSpan().TrimEnd(Closing);
        if (core.IsEmpty || core[^1] is not ('.' or '!' or '?' or '…'))
        {
            return false;
        }

        core = core.TrimStart(Opening);
        return !IsInitial(core) && core is not ("e.g." or "i.e." or "cf." or "vs.");
    }

    // Of a name (J.), or several together (J.S. and U.S.); a.m. and p.m. are no names.
    private static bool IsInitial(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || word.Length % 2 != 0)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i += 2)
        {
            if (!char.IsUpper(word[i]) || word[i + 1] != '.')
            {
                return false;
            }
        }

        return true;
    }

    private static bool GoesOn(string next)
    {
        var core = next.AsSpan().TrimStart(Opening);
        return !core.IsEmpty && char.IsLower(core[0]);
    }
}
