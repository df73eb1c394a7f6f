using FlamingHorse.Narration.Speech.Reading.Tokens;

namespace FlamingHorse.Narration.Speech.Reading.Lexicon;

/// <summary>Splits tokens into the parts that are looked up, reads the punctuation, and groups what is written without spaces.</summary>
internal static class WordGrouping
{
    public static IReadOnlyList<WordGroup> Group(IReadOnlyList<ReadingToken> tokens)
    {
        var groups = new List<WordGroup>();
        foreach (var token in tokens)
        {
            var parts = token.Phonemes is null ? Split(token) : [token];
            for (var i = 0; i < parts.Count; i++)
            {
                var part = parts[i];
                part.Phonemes ??= Punctuation.Read(part, parts.Count == 1);
                if (part.Phonemes is not null)
                {
                    groups.Add(new WordGroup(part, isOpen: false));
                }
                else if (groups.Count > 0 && groups[^1] is { IsOpen: true, SpaceAfter: false } group)
                {
                    part.OpensWord = false;
                    group.Tokens.Add(part);
                }
                else
                {
                    groups.Add(new WordGroup(part, isOpen: !part.SpaceAfter));
                }
            }
        }

        return groups;
    }

    private static List<ReadingToken> Split(ReadingToken token)
    {
        var parts = Subtokens.Split(token.Text);
        if (parts.Count <= 1)
        {
            return [token];
        }

        var split = parts.Select((_, i) => PartOf(token, parts, i)).ToList();
        split[^1].SpaceAfter = token.SpaceAfter;
        return split;
    }

    // Between letters, 2 stands for "to": text2speech.
    private static ReadingToken PartOf(ReadingToken token, IReadOnlyList<string> parts, int at)
    {
        var isTo =
            parts[at] == "2" && at > 0 && at < parts.Count - 1 && char.IsLetter(parts[at - 1][^1]) && char.IsLetter(parts[at + 1][0]);
        return new ReadingToken
        {
            Text = isTo ? "to" : parts[at],
            Source = token.Source,
            Tag = token.Tag,
        };
    }
}
