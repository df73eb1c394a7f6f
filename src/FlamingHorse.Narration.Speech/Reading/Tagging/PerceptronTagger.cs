namespace FlamingHorse.Narration.Speech.Reading.Tagging;

/// <summary>Tags the words of a sentence from left to right by an averaged perceptron.</summary>
/// <param name="model">Its weights.</param>
internal sealed class PerceptronTagger(TaggerModel model)
{
    private const string Start = "-START-";
    private const string BeforeStart = "-START2-";
    private const string End = "-END-";
    private const string AfterEnd = "-END2-";

    /// <summary>The Penn Treebank tag of every word.</summary>
    public IReadOnlyList<string> Tag(IReadOnlyList<string> words)
    {
        string[] context = [BeforeStart, Start, .. words.Select(ContextOf), End, AfterEnd];
        var tags = new string[words.Count];
        var (before, beforeThat) = (Start, BeforeStart);
        for (var i = 0; i < words.Count; i++)
        {
            var answer = model.AnswerFor(words[i]);
            tags[i] = model.Tags[answer >= 0 ? answer : Predict(words[i], i, context.AsSpan(i, 5), before, beforeThat)];
            (beforeThat, before) = (before, tags[i]);
        }

        return tags;
    }

    // The window has the two words before, the word itself and the two after it.
    private int Predict(string word, int index, ReadOnlySpan<string> window, string before, string beforeThat)
    {
        Span<int> scores = stackalloc int[model.Tags.Count];
        scores.Clear();
        var feature = new FeatureScorer(model, scores, stackalloc byte[256]);
        feature.Add("b");
        feature.Add("s3=", LastThree(word));
        feature.Add("p1=", word.AsSpan(0, 1));
        feature.Add("w=", window[2]);
        feature.Add("sh=", WordShape.Of(word));
        feature.Add(index == 0 ? "i0" : "i+");
        feature.Add("t-1=", before);
        feature.Add("t-2=", beforeThat);
        feature.Add("t-12=", before, ",", beforeThat);
        feature.Add("w-1=", window[1]);
        feature.Add("s3-1=", LastThree(window[1]));
        feature.Add("w-2=", window[0]);
        feature.Add("w+1=", window[3]);
        feature.Add("s3+1=", LastThree(window[3]));
        feature.Add("w+2=", window[4]);

        var best = 0;
        for (var tag = 1; tag < scores.Length; tag++)
        {
            best = scores[tag] >= scores[best] ? tag : best;
        }

        return best;
    }

    private string ContextOf(string word)
    {
        if (word.IndexOf('-', StringComparison.Ordinal) > 0)
        {
            return "!HYPHEN";
        }

        if (word.Length == 4 && word.All(char.IsDigit))
        {
            return "!YEAR";
        }

        if (char.IsDigit(word[0]))
        {
            return "!DIGITS";
        }

        var lower = word.ToLowerInvariant();
        return model.IsInVocabulary(lower) ? lower : $"<{WordShape.Of(word)}>";
    }

    private static ReadOnlySpan<char> LastThree(string word) => word.AsSpan(Math.Max(0, word.Length - 3));
}
